import { buyingRoles } from "@mainstay/domain/buying-role/buying-role";
import { pathStepKinds } from "@mainstay/domain/relationship/relationship-reason";
import { supportTrends } from "@mainstay/domain/relationship/support-trend";
import { relationshipSignalKinds } from "@mainstay/domain/signal/signal-kind";
import { stances } from "@mainstay/domain/stance/stance";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, named, reason, share } from "./endpoint/wire.ts";

/** −100…+100. */
const supportIndex = z.number().min(-100).max(100);

/** The measures of formulas § 3; null where the chain is empty and there is nothing to divide by. */
const measures = {
  members: z.int(),
  supportIndex: supportIndex.nullable(),
  coverage: share.nullable(),
  knownShare: share.nullable(),
  threadCount: z.int(),
  busFactor: z.int(),
};

/** How an account, or one of its projects, stands with its people. */
export const RelationshipSummary = z.object({
  ...measures,
  asOf: day.nullable(),
  /** Values of the snapshot of the week before. */
  supportIndexBefore: supportIndex.nullable(),
  coverageBefore: share.nullable(),
  trend: z.enum(supportTrends).nullable(),
  redFlags: z.array(z.enum(relationshipSignalKinds)),
  /** The sentence on top. */
  judgement: reason,
  /** Whom to turn to next and why; null where nothing can be won, or for who may not see profiles. */
  next: z.object({ personId: id, name: z.string(), reason }).nullable(),
});
export type RelationshipSummary = z.infer<typeof RelationshipSummary>;

/** One member's part in the figures: weight, stance and its freshness, coverage. */
export const MemberShare = z.object({
  personId: id,
  name: z.string(),
  title: z.string().nullable(),
  isPlaceholder: z.boolean(),
  role: z.enum(buyingRoles).nullable(),
  influence: z.int(),
  /** True: nobody assessed the influence, three is assumed. */
  isInfluenceAssumed: z.boolean(),
  weight: z.number(),
  /** Null: not known, or not to be used (an objection to profiling). */
  stance: z.enum(stances).nullable(),
  stanceValue: z.number().nullable(),
  assessedOn: day.nullable(),
  freshness: share.nullable(),
  coverage: share,
  lastContactOn: day.nullable(),
  isKeyPerson: z.boolean(),
  /** Points of the support index that come from this member. */
  points: z.number(),
});
export type MemberShare = z.infer<typeof MemberShare>;

/** The measures of an account with what they are made of. */
export const Relationship = z.object({
  account: named,
  today: day,
  projects: z.array(named),
  /** The project looked at; null: the account. */
  projectId: id.nullable(),
  summary: RelationshipSummary,
  /** Reckoned anew for this answer, heaviest first; null for who may not see profiles (class P). */
  memberShares: z.array(MemberShare).nullable(),
});
export type Relationship = z.infer<typeof Relationship>;

/** The measures of one week, under its Monday. */
export const RelationshipWeek = z.object({ weekOn: day, ...measures });
export type RelationshipWeek = z.infer<typeof RelationshipWeek>;

/** An account whose support moved since the week before. */
const Mover = z.object({
  account: named,
  managerName: z.string().nullable(),
  supportIndex,
  before: supportIndex,
  change: z.number(),
  knownShare: share.nullable(),
  coverage: share.nullable(),
});
export type Mover = z.infer<typeof Mover>;

const PathStepView = z.object({
  from: named,
  to: named,
  by: z.enum(pathStepKinds),
  /** The pair level of the first step, 1…6. */
  level: z.int().nullable(),
});

const accountParams = z.object({ accountId: id });

export const relationships = {
  get: endpoint({
    id: "relationships.get",
    method: "GET",
    path: "/accounts/:accountId/relationship",
    allow: "relationship.view",
    summary:
      "Support, coverage, threads and red flags of an account or project, and each member's part",
    params: accountParams,
    query: z.object({ projectId: id.optional() }),
    response: Relationship,
  }),
  weeks: endpoint({
    id: "relationships.weeks",
    method: "GET",
    path: "/accounts/:accountId/relationship/weeks",
    allow: "relationship.view",
    summary: "The measures week by week, oldest first, at most three years",
    params: accountParams,
    query: z.object({ projectId: id.optional() }),
    response: z.object({ weeks: z.array(RelationshipWeek) }),
  }),
  path: endpoint({
    id: "relationships.path",
    method: "GET",
    path: "/accounts/:accountId/paths",
    allow: "relationship.view",
    summary:
      "The shortest credible way from one of us to a person; null where none is known to this reader",
    params: accountParams,
    query: z.object({ toPersonId: id }),
    response: z.object({
      to: named,
      path: z.object({ cost: z.number(), steps: z.array(PathStepView).min(1), reason }).nullable(),
    }),
  }),
  movers: endpoint({
    id: "relationships.movers",
    method: "GET",
    path: "/relationship-movers",
    allow: "relationship.view",
    summary: "Accounts whose support rose or fell most since the week before",
    query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(5) }),
    response: z.object({ rises: z.array(Mover), falls: z.array(Mover), measured: z.int() }),
  }),
};
