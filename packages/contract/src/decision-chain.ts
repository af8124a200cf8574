import { buyingRoles, coachTests } from "@mainstay/domain/buying-role/buying-role";
import { leastEvidence } from "@mainstay/domain/buying-role/coach-evidence";
import { stancePlays } from "@mainstay/domain/stance/stance-play";
import { z } from "zod";
import {
  InfluenceAssessmentView,
  StanceAssessmentView,
  StyleAssessmentView,
  influence,
} from "./assessment.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, requiredText } from "./endpoint/wire.ts";
import { PairLevelView } from "./pair-level.ts";
import { ProjectView } from "./project.ts";

const role = z.enum(buyingRoles);
const coachEvidence = z.object({ test: z.enum(coachTests), evidence: z.string() });

/** A person's buying role where one looks: the project's own, or the account's default. */
export const ChainRole = z.object({
  role,
  /** True: the account's default, because the project looked at has none of its own. */
  isDefault: z.boolean(),
  /** The sentences that show a coach; empty for others and for who may not see profiles. */
  coachTests: z.array(coachEvidence),
});

/** Somebody who works at the account now, with their standing in the decision chain; the answers behind a judgement stand in `standing`. */
export const ChainPerson = z.object({
  personId: id,
  name: z.string(),
  isPlaceholder: z.boolean(),
  placeholderSince: day.nullable(),
  noProfiling: z.boolean(),
  isRestricted: z.boolean(),
  position: z.object({ id, title: z.string().nullable(), department: z.string().nullable() }),
  /** In the chain: has a role or an influence, or is a placeholder. */
  isMember: z.boolean(),
  role: ChainRole.nullable(),
  /** The newest judgement; null: not known, or not for this reader. */
  stance: StanceAssessmentView.omit({ answers: true })
    .extend({ isDefault: z.boolean() })
    .nullable(),
  /** The newest word of each assessor, where they lie a point or more apart; else empty. */
  disagreement: z.array(
    StanceAssessmentView.pick({ id: true, stance: true, assessor: true, assessedOn: true }),
  ),
  /** `assessment` null: assumed 3. Null altogether: not for this reader, or nobody judges this person. */
  influence: z
    .object({
      value: influence,
      assessment: InfluenceAssessmentView.omit({ answers: true }).nullable(),
    })
    .nullable(),
  style: StyleAssessmentView.omit({ answers: true }).nullable(),
  /** Influence × role factor; null for who may not see profiles. */
  weight: z.number().nullable(),
  /** The one next move; null for who may not see profiles. */
  play: z.enum(stancePlays).nullable(),
  can: z.object({
    setRole: z.boolean(),
    assessStance: z.boolean(),
    assessInfluence: z.boolean(),
    assessStyle: z.boolean(),
    pair: z.boolean(),
  }),
});
export type ChainPerson = z.infer<typeof ChainPerson>;

export const DecisionChain = z.object({
  account: named,
  today: day,
  projects: z.array(ProjectView),
  /** The project looked at; null: the account's default. */
  projectId: id.nullable(),
  /** True: this reader sees roles, but no stance, influence, style or pair. */
  profileHidden: z.boolean(),
  /** Weightiest members first, then the others by name. */
  people: z.array(ChainPerson),
  pairs: z.array(PairLevelView),
  pairLevelNames: z.array(z.string().nullable()),
  /** Our people around the account: manager, backup, sponsor and whoever stands in a pair. */
  ours: z.array(z.object({ userId: id, name: z.string(), isExecutive: z.boolean() })),
  missingExecutivePairings: z.array(z.object({ personId: id, userId: id.nullable() })),
  can: z.object({ addProject: z.boolean(), rank: z.boolean(), nameLevels: z.boolean() }),
});
export type DecisionChain = z.infer<typeof DecisionChain>;

/** Everything judged about one person at one account, newest first. */
export const PersonStandingAt = z.object({
  account: named,
  /** False where the job there has ended. */
  isCurrent: z.boolean(),
  roles: z.array(
    z.object({
      role,
      project: named.nullable(),
      coachTests: z.array(coachEvidence),
    }),
  ),
  stances: z.array(StanceAssessmentView),
  influences: z.array(InfluenceAssessmentView),
  pairs: z.array(PairLevelView),
  play: z.enum(stancePlays).nullable(),
  can: z.object({
    assessStance: z.boolean(),
    assessInfluence: z.boolean(),
    assessStyle: z.boolean(),
  }),
});

export const PersonStanding = z.object({
  person: z.object({ id, name: z.string(), noProfiling: z.boolean(), isRestricted: z.boolean() }),
  today: day,
  profileHidden: z.boolean(),
  accounts: z.array(PersonStandingAt),
  styles: z.array(StyleAssessmentView),
  pairLevelNames: z.array(z.string().nullable()),
});
export type PersonStanding = z.infer<typeof PersonStanding>;

export const decisionChains = {
  get: endpoint({
    id: "decisionChains.get",
    method: "GET",
    path: "/accounts/:accountId/chain",
    allow: "chain.view",
    summary:
      "Who decides at an account or in one of its projects, where they stand and how much their word counts",
    params: z.object({ accountId: id }),
    query: z.object({ projectId: id.optional() }),
    response: DecisionChain,
  }),
  standing: endpoint({
    id: "decisionChains.standing",
    method: "GET",
    path: "/people/:personId/standing",
    allow: "chain.view",
    summary: "One person's roles, judgements, style and pairs, account by account",
    params: z.object({ personId: id }),
    response: PersonStanding,
  }),
  setRole: endpoint({
    id: "decisionChains.setRole",
    method: "PUT",
    path: "/accounts/:accountId/people/:personId/buying-role",
    allow: "chain.edit",
    summary: "Set or take away a buying role, in a project or as the account's default",
    params: z.object({ accountId: id, personId: id }),
    body: z.object({
      /** Null: the account's default. */
      projectId: id.nullable().default(null),
      /** Null takes the role away. */
      role: role.nullable(),
      /** For a coach: one sentence for each of the three tests. */
      coachTests: z
        .array(
          z.object({ test: z.enum(coachTests), evidence: requiredText(500).min(leastEvidence) }),
        )
        .max(coachTests.length)
        .default([]),
      /** True: the present economic buyer makes room. */
      replaceEconomicBuyer: z.boolean().default(false),
    }),
    response: z.object({ personId: id, projectId: id.nullable(), role: role.nullable() }),
  }),
};
