import { segments } from "@mainstay/domain/account/segment";
import { needVerdicts } from "@mainstay/domain/need/need-fit";
import {
  needLevels,
  needOrigins,
  needSources,
  needStates,
  needVisibilities,
} from "@mainstay/domain/need/need-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  minor,
  named,
  page,
  pageQuery,
  requiredText,
  share,
  text,
  version,
} from "./endpoint/wire.ts";

/** A need as lists show it. Money is minor units of the workspace's currency a year. */
export const NeedRow = z.object({
  id,
  account: named,
  title: z.string(),
  level: z.enum(needLevels),
  visibility: z.enum(needVisibilities),
  becameExplicitOn: day.nullable(),
  state: z.enum(needStates),
  stateSince: day,
  daysInState: z.int(),
  /** It has rested in its state for longer than such a state should take. */
  isStale: z.boolean(),
  source: z.enum(needSources),
  person: named.nullable(),
  owner: named.nullable(),
  department: named.nullable(),
  customerValueMinor: minor.nullable(),
  profitMinor: minor.nullable(),
  costMinor: minor.nullable(),
  capability: z.int().min(0).max(5).nullable(),
  fit: z.object({
    value: z.int().nullable(),
    capability: z.int().nullable(),
    profit: z.int().nullable(),
    score: z.number().nullable(),
    verdict: z.enum(needVerdicts).nullable(),
  }),
  notedOn: day,
  version,
});
export type NeedRow = z.infer<typeof NeedRow>;

export const NeedView = NeedRow.extend({
  description: z.string(),
  /** The record it was made from; null when it was noted by itself. */
  origin: z.object({ kind: z.enum(needOrigins), id }).nullable(),
  project: named.nullable(),
  declinedBecause: z.string().nullable(),
  declinedToldOn: day.nullable(),
  steps: z.array(
    z.object({
      id,
      from: z.enum(needStates).nullable(),
      to: z.enum(needStates),
      evidence: z.string(),
      person: named.nullable(),
      onDay: day,
      madeBy: named.nullable(),
    }),
  ),
  can: z.object({
    edit: z.boolean(),
    /** States it may be moved to now. */
    steps: z.array(z.enum(needStates)),
    decline: z.boolean(),
  }),
});
export type NeedView = z.infer<typeof NeedView>;

const params = z.object({ needId: id });

const worth = {
  customerValueMinor: minor.min(0).nullable().optional(),
  profitMinor: minor.nullable().optional(),
  costMinor: minor.min(0).nullable().optional(),
  capability: z.int().min(0).max(5).nullable().optional(),
};

const whose = {
  personId: id.nullable().optional(),
  ownerUserId: id.nullable().optional(),
  departmentId: id.nullable().optional(),
  projectId: id.nullable().optional(),
};

export const NoteNeed = z.object({
  title: requiredText(200),
  description: text(4000).default(""),
  level: z.enum(needLevels).default("business"),
  visibility: z.enum(needVisibilities).default("hidden"),
  source: z.enum(needSources),
  /** Made with one click from a complaint, an answer or a visit; the same record gives one need. */
  origin: z
    .object({ kind: z.enum(needOrigins), id })
    .nullable()
    .optional(),
  ...whose,
  ...worth,
});

const filter = {
  accountId: id.optional(),
  state: z.enum(needStates).optional(),
  visibility: z.enum(needVisibilities).optional(),
  level: z.enum(needLevels).optional(),
  ownerUserId: id.optional(),
  segment: z.enum(segments).optional(),
};

export const needs = {
  list: endpoint({
    id: "needs.list",
    method: "GET",
    path: "/needs",
    allow: "need.view",
    summary: "Needs of customers, the newest first, or those that rest longest",
    query: z.object({
      ...filter,
      stale: z.enum(["true"]).optional(),
      search: text(100).optional(),
      sort: z.enum(["newest", "resting"]).default("newest"),
      ...pageQuery,
    }),
    response: page(NeedRow),
  }),
  funnel: endpoint({
    id: "needs.funnel",
    method: "GET",
    path: "/needs/funnel",
    allow: "need.view",
    summary: "How many needs came how far, where they rest, how many hidden ones became explicit",
    query: z.object({ ...filter, notedFrom: day.optional(), notedTo: day.optional() }),
    response: z.object({
      baseCurrency: z.string(),
      total: z.int(),
      steps: z.array(
        z.object({
          state: z.enum(needStates),
          reached: z.int(),
          fromBefore: share.nullable(),
          standing: z.int(),
          medianDays: z.number().nullable(),
          staleAfterDays: z.int().nullable(),
          valueMinor: minor,
        }),
      ),
      /** Being worked on, and of those the ones that rest too long. */
      running: z.int(),
      stale: z.int(),
      declined: z.int(),
      hidden: z.int(),
      becameExplicit: z.int(),
      medianDaysToExplicit: z.number().nullable(),
    }),
  }),
  get: endpoint({
    id: "needs.get",
    method: "GET",
    path: "/needs/:needId",
    allow: "need.view",
    summary: "One need with its steps and their evidence",
    params,
    response: NeedView,
    versioned: true,
  }),
  note: endpoint({
    id: "needs.note",
    method: "POST",
    path: "/accounts/:accountId/needs",
    allow: "need.edit",
    summary: "Note a need; from a complaint, an answer or a visit only once",
    params: z.object({ accountId: id }),
    body: NoteNeed,
    response: NeedView,
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    id: "needs.edit",
    method: "PATCH",
    path: "/needs/:needId",
    allow: "need.edit",
    summary: "Change words, worth, capability or owner; hidden may become explicit (If-Match)",
    params,
    body: z.object({
      title: requiredText(200).optional(),
      description: text(4000).optional(),
      level: z.enum(needLevels).optional(),
      visibility: z.enum(needVisibilities).optional(),
      ...whose,
      ...worth,
    }),
    response: NeedView,
    versioned: true,
  }),
  step: endpoint({
    id: "needs.step",
    method: "POST",
    path: "/needs/:needId/steps",
    allow: "need.edit",
    summary: "Move it on or back, with what the step rests on (If-Match)",
    params,
    body: z.object({
      to: z.enum(needStates).exclude(["declined"]),
      evidence: requiredText(2000),
      personId: id.nullable().optional(),
      onDay: day.optional(),
      ...worth,
    }),
    response: NeedView,
    versioned: true,
  }),
  decline: endpoint({
    id: "needs.decline",
    method: "POST",
    path: "/needs/:needId/decline",
    allow: "need.edit",
    summary:
      "Say openly that we cannot or should not; why, and when the customer was told (If-Match)",
    params,
    body: z.object({
      because: requiredText(1000),
      toldOn: day.nullable(),
      personId: id.nullable().optional(),
    }),
    response: NeedView,
    versioned: true,
  }),
};
