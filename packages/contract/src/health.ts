import { healthBands } from "@mainstay/domain/health/health-band";
import { healthInputs } from "@mainstay/domain/health/health-input";
import { healthLinks } from "@mainstay/domain/health/health-reason";
import { healthTrends } from "@mainstay/domain/health/health-trend";
import { healthVetoes } from "@mainstay/domain/health/health-veto";
import { mostAdjustment } from "@mainstay/domain/health/judge-health";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, requiredText, share, version } from "./endpoint/wire.ts";

const score = z.number().min(0).max(100);
const band = z.enum(healthBands);
/** Why health is as it is: a veto or a low input, its figures, and where the rows are. */
export const HealthReasonView = z.object({
  code: z.enum([...healthVetoes, ...healthInputs.map((input) => `low_${input}` as const)]),
  link: z.enum(healthLinks),
  params: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
});
export type HealthReasonView = z.infer<typeof HealthReasonView>;

/** Health in one glance. `provisionalScore` is over the known inputs however few: a hint beside `insufficient`, never a judgement. */
export const HealthMark = z.object({
  asOf: day,
  score: score.nullable(),
  provisionalScore: score.nullable(),
  band,
  knownWeight: score,
  adjustment: z.number(),
  reasons: z.array(HealthReasonView).max(3),
  /** Against four weeks before. */
  trend: z.enum(healthTrends).nullable(),
});
export type HealthMark = z.infer<typeof HealthMark>;

/** What somebody added to or took from the score by hand, why and until when. */
export const HealthAdjustmentView = z.object({
  id,
  points: z.int(),
  note: z.string(),
  startsOn: day,
  endsOn: day,
  setBy: named.nullable(),
  setAt: instant,
  endedAt: instant.nullable(),
  isRunning: z.boolean(),
  version,
});
export type HealthAdjustmentView = z.infer<typeof HealthAdjustmentView>;

/** One account's health with everything it is made of. */
export const HealthView = z.object({
  account: named,
  today: day,
  /** Null before the first round. */
  mark: HealthMark.nullable(),
  inputs: z.array(
    z.object({
      input: z.enum(healthInputs),
      score: score.nullable(),
      /** Of 100 when everything is known, and once the weights are shared among the known. */
      weight: z.number(),
      effectiveWeight: z.number(),
      /** False: no part of the workspace can tell it yet. */
      hasSource: z.boolean(),
    }),
  ),
  vetoes: z.array(
    z.object({
      veto: z.enum(healthVetoes),
      /** Who it is about; class P, null for who may not see profiles. */
      people: z.array(named).nullable(),
    }),
  ),
  fourWeeks: z.object({ before: score.nullable(), trend: z.enum(healthTrends).nullable() }),
  twelveWeeks: z.object({ before: score.nullable(), trend: z.enum(healthTrends).nullable() }),
  /** The last 26 weeks, oldest first. */
  weeks: z.array(
    z.object({ weekOn: day, score: score.nullable(), provisionalScore: score.nullable(), band }),
  ),
  /** Newest first, at most ten. */
  adjustments: z.array(HealthAdjustmentView),
  can: z.object({ adjust: z.boolean() }),
});
export type HealthView = z.infer<typeof HealthView>;

const bandCount = z.object({ band, accounts: z.int() });
const mover = z.object({
  account: named,
  managerName: z.string().nullable(),
  band,
  now: score,
  before: score,
});

/** The accounts in sight by band, and who moved most in four weeks. */
export const HealthOverview = z.object({
  today: day,
  accounts: z.int(),
  /** Not judged yet: no round has run since they were opened. */
  unjudged: z.int(),
  bands: z.array(bandCount),
  rises: z.array(mover),
  falls: z.array(mover),
});
export type HealthOverview = z.infer<typeof HealthOverview>;

/** Days before a loss at which the back-test looks. */
export const backTestLeads = [30, 60, 90, 180] as const;

const bands = z.object({ red: z.int(), amber: z.int(), green: z.int(), insufficient: z.int() });

/** What health would have said before each recorded loss, recomputed from what was dated by then. */
export const HealthBackTest = z.object({
  asOf: day,
  /** True when the reader's role hides stances: their veto is left out of the recomputation. */
  withoutStances: z.boolean(),
  /** Losses found, and of them how many people recorded and how many silence confirmed. */
  losses: z.int(),
  recorded: z.int(),
  bySilence: z.int(),
  leads: z.array(
    z.object({
      lead: z.int(),
      n: z.int(),
      bands,
      /** By the provisional score where the judgement is `insufficient`. */
      provisional: bands,
      /** Red by judgement or by provisional score. */
      warned: z.int(),
    }),
  ),
  /** Of the account-days on which it warned, how many were no loss within 180 days; null without any warning. */
  falseAlarms: z.object({
    accountDays: z.int(),
    warned: z.int(),
    false: z.int(),
    share: share.nullable(),
  }),
  /** Newest first, at most 200. */
  items: z.array(
    z.object({
      account: named,
      lostOn: day,
      because: z.enum(["recorded", "silence"]),
      before: z.array(
        z.object({
          lead: z.int(),
          on: day,
          band,
          provisionalScore: score.nullable(),
          reasons: z.array(HealthReasonView),
          scores: z.record(z.enum(healthInputs), score.nullable()),
        }),
      ),
    }),
  ),
});
export type HealthBackTest = z.infer<typeof HealthBackTest>;

const accountParams = z.object({ accountId: id });

export const healths = {
  get: endpoint({
    id: "healths.get",
    method: "GET",
    path: "/accounts/:accountId/health",
    allow: "health.view",
    summary:
      "Health of an account: score, inputs with their weights, vetoes, reasons, trend, adjustments",
    params: accountParams,
    response: HealthView,
  }),
  overview: endpoint({
    id: "healths.overview",
    method: "GET",
    path: "/health",
    allow: "health.view",
    summary: "The accounts in sight by health, and who moved most in four weeks",
    response: HealthOverview,
  }),
  backTest: endpoint({
    id: "healths.backTest",
    method: "GET",
    path: "/health/back-test",
    allow: "health.view",
    summary:
      "What health said 30, 60, 90 and 180 days before each loss, and how often it cried wolf",
    response: HealthBackTest,
  }),
  adjust: endpoint({
    id: "healths.adjust",
    method: "POST",
    path: "/accounts/:accountId/health-adjustments",
    allow: "health.adjust",
    summary: "Move the score by hand, at most ten points, for 30 days; it heals no veto",
    params: accountParams,
    body: z.object({
      points: z
        .int()
        .min(-mostAdjustment)
        .max(mostAdjustment)
        .refine((points) => points !== 0),
      note: requiredText(500),
    }),
    response: HealthAdjustmentView,
    status: 201,
    idempotent: true,
    versioned: true,
  }),
  endAdjustment: endpoint({
    id: "healths.endAdjustment",
    method: "POST",
    path: "/health-adjustments/:adjustmentId/end",
    allow: "health.adjust",
    summary: "Take an adjustment back before its 30 days are over (If-Match)",
    params: z.object({ adjustmentId: id }),
    response: HealthAdjustmentView,
    versioned: true,
  }),
};
