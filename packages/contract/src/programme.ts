import { grades } from "@mainstay/domain/account/grade";
import { segments } from "@mainstay/domain/account/segment";
import { mainSeats } from "@mainstay/domain/account-team/team-seat";
import { healthBands } from "@mainstay/domain/health/health-band";
import { membershipStatuses } from "@mainstay/domain/programme/membership-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  minor,
  named,
  reason,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";

export const ProgrammeCriterionShape = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  weight: z.number().min(0).max(100),
  name: z.object({ zh: requiredText(60), en: requiredText(80) }).optional(),
});

const ruleBody = {
  criteria: z.array(ProgrammeCriterionShape).min(1).max(20),
  cap: z.int().min(1).max(1000),
  accountsPerManager: z.int().min(1).max(1000),
};

/** What counts how much, and how many accounts may be members. */
export const ProgrammeRuleView = z.object({
  version: z.int(),
  ...ruleBody,
  note: z.string(),
  publishedBy: named.nullable(),
  publishedAt: instant.nullable(),
});
export type ProgrammeRuleView = z.infer<typeof ProgrammeRuleView>;

/** One criterion of a scorecard: 0 … 5 with a person's words, or the product's reason. */
export const ScoreLine = z.object({
  key: z.string(),
  score: z.number(),
  because: z.string().nullable(),
  reason: reason.nullable(),
});
export type ScoreLine = z.infer<typeof ScoreLine>;

/** A nomination, a membership, or what became of it. */
export const MembershipView = z.object({
  id,
  account: named,
  manager: named.nullable(),
  segment: z.enum(segments).nullable(),
  grade: z.enum(grades).nullable(),
  revenue12mMinor: minor,
  /** Null while nobody has judged the account's health. */
  healthBand: z.enum(healthBands).nullable(),
  /** Main seats that ought to be filled and are not. */
  missingSeats: z.array(z.enum(mainSeats)),
  status: z.enum(membershipStatuses),
  ruleVersion: z.int(),
  scorecard: z.array(ScoreLine),
  /** By the rule it was judged with; 0 … 100. */
  score: z.number(),
  because: z.string(),
  exceptionBecause: z.string().nullable(),
  nominatedBy: named,
  nominatedAt: instant,
  /** The approval that waits, of its entry or its exit. */
  approval: z.object({ id, kind: z.enum(["programme_entry", "programme_exit"]) }).nullable(),
  decidedBy: named.nullable(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  activeSinceOn: day.nullable(),
  reviewDueOn: day.nullable(),
  isReviewDue: z.boolean(),
  reviewedOn: day.nullable(),
  exitBecause: z.string().nullable(),
  exitedOn: day.nullable(),
  version,
  can: z.object({ review: z.boolean(), askExit: z.boolean() }),
});
export type MembershipView = z.infer<typeof MembershipView>;

export const ProgrammeScreen = z.object({
  rule: ProgrammeRuleView,
  /** Members of the whole programme, also those the reader does not see. */
  activeCount: z.int(),
  capWarning: z.enum(["too_few", "too_many"]).nullable(),
  members: z.array(MembershipView),
  nominations: z.array(MembershipView),
  refused: z.array(MembershipView),
  exited: z.array(MembershipView),
  can: z.object({ nominate: z.boolean(), publishRule: z.boolean() }),
});
export type ProgrammeScreen = z.infer<typeof ProgrammeScreen>;

/** What the product can say of an account by the criteria in force; null where people must judge. */
export const ScorecardProposal = z.object({
  account: named,
  rule: ProgrammeRuleView,
  lines: z.array(z.object({ key: z.string(), computed: ScoreLine.nullable() })),
  activeCount: z.int(),
  isFull: z.boolean(),
});
export type ScorecardProposal = z.infer<typeof ScorecardProposal>;

/** A score by a person needs its reason; without a score the computed one is taken. */
const scores = z
  .array(
    z.object({
      key: z.string().max(40),
      score: z.number().min(0).max(5).nullish(),
      because: text(500).default(""),
    }),
  )
  .max(20);

const memberParams = z.object({ membershipId: id });
const act = { params: memberParams, response: MembershipView, versioned: true as const };

/** Where a member would stand by other criteria. */
export const RulePreview = z.object({
  cap: z.int(),
  rows: z.array(
    z.object({
      membershipId: id,
      account: named,
      status: z.enum(membershipStatuses),
      scoreNow: z.number(),
      scoreThen: z.number(),
      rankNow: z.int(),
      rankThen: z.int(),
      /** Criteria that the scorecard does not have yet. */
      unscored: z.array(z.string()),
    }),
  ),
});
export type RulePreview = z.infer<typeof RulePreview>;

export const programme = {
  screen: endpoint({
    id: "programme.screen",
    method: "GET",
    path: "/programme",
    allow: "programme.view",
    summary: "The key-account programme: members, nominations, refusals, exits, criteria",
    response: ProgrammeScreen,
  }),
  propose: endpoint({
    id: "programme.propose",
    method: "GET",
    path: "/accounts/:accountId/scorecard",
    allow: "programme.view",
    summary: "The criteria in force with what the product can say of the account",
    params: z.object({ accountId: id }),
    response: ScorecardProposal,
  }),
  nominate: endpoint({
    id: "programme.nominate",
    method: "POST",
    path: "/programme/nominations",
    allow: "programme.nominate",
    summary: "Nominate an account with its scorecard; a director approves",
    body: z.object({
      accountId: id,
      scores,
      because: requiredText(1000),
      /** Beyond the cap: why, and who by name allows it. */
      exception: z.object({ because: requiredText(1000), approverUserId: id }).nullish(),
    }),
    response: MembershipView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  review: endpoint({
    ...act,
    id: "programme.review",
    method: "POST",
    path: "/programme/:membershipId/review",
    allow: "programme.nominate",
    summary: "The yearly review: score a member anew by the criteria in force (If-Match)",
    body: z.object({ scores, note: requiredText(1000) }),
  }),
  askExit: endpoint({
    ...act,
    id: "programme.askExit",
    method: "POST",
    path: "/programme/:membershipId/exit",
    allow: "programme.nominate",
    summary: "Ask that a member leaves the programme; a director decides (If-Match)",
    body: z.object({ because: requiredText(1000) }),
  }),
  rules: endpoint({
    id: "programme.rules",
    method: "GET",
    path: "/programme/rules",
    allow: "programme.view",
    summary: "Every version of the criteria, newest first",
    response: z.object({ items: z.array(ProgrammeRuleView) }),
  }),
  previewRule: endpoint({
    id: "programme.previewRule",
    method: "POST",
    path: "/programme/rules/preview",
    allow: "programme.rule",
    summary: "How members and nominations would rank by other criteria; nothing is saved",
    body: z.object({ criteria: ruleBody.criteria, cap: ruleBody.cap }),
    response: RulePreview,
  }),
  publishRule: endpoint({
    id: "programme.publishRule",
    method: "POST",
    path: "/programme/rules",
    allow: "programme.rule",
    summary: "Put other criteria in force for nominations and reviews from now on",
    body: z.object({ ...ruleBody, note: text(1000), baseVersion: z.int() }),
    response: ProgrammeRuleView,
    status: 201,
    idempotent: true,
  }),
};
