import { grades } from "@mainstay/domain/account/grade";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { segments } from "@mainstay/domain/account/segment";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { z } from "zod";
import { AccountRow, AccountView, GroupRollUp, RhythmDot } from "./account.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, day, id, instant, minor, named, reason, share } from "./endpoint/wire.ts";
import { HealthMark } from "./health.ts";
import { InteractionView } from "./interaction.ts";
import { PositionView } from "./person.ts";
import { SegmentMoveView } from "./policy.ts";
import { RelationshipSummary } from "./relationship.ts";
import { SignalView } from "./signal.ts";
import { TaskView } from "./task.ts";

/** A stretch of one year in which an order was expected: outlined on the strip; `met` false when it passed empty. */
const ExpectedWindow = z.object({ from: day, expected: day, to: day, met: z.boolean().nullable() });

/** One row of the timeline: an order, a contact, a signal, a task, a move of segment. */
const TimelineItem = z.object({
  id: z.string(),
  kind: z.enum([
    "order",
    "return",
    "interaction",
    "signal_raised",
    "signal_resolved",
    "task_done",
    "segment_move",
    "import",
  ]),
  on: day,
  at: instant.nullable(),
  who: z.string().nullable(),
  amountMinor: minor.nullable(),
  reason: reason.nullable(),
  text: z.string().nullable(),
});

/** Everything the account page leads with, in one round of requests. */
export const AccountPage = z.object({
  baseCurrency: currency,
  today: day,
  account: AccountView,
  standing: AccountRow,
  asOf: day.nullable(),
  modelVersion: z.string().nullable(),
  /** The sentence on top: the loudest signal's reason, or that the rhythm is kept, or that history is too short. */
  judgement: z.object({ level: z.enum(riskLevels), reasons: z.array(reason) }),
  segmentReasons: z.array(reason),
  gradeReason: reason.nullable(),
  rhythm: z.object({
    clock: z.enum(["plain", "solar_season", "lunar_season"]).nullable(),
    explanation: reason.nullable(),
    dots: z.array(RhythmDot),
    windows: z.array(ExpectedWindow),
    /** True when the account has more order-days than the strip holds; then the oldest are left out. */
    shortened: z.boolean(),
  }),
  months: z.array(
    z.object({
      month: z.string().regex(/^\d{4}-\d{2}$/),
      netMinor: minor,
      costMinor: minor.nullable(),
    }),
  ),
  clv: z
    .object({
      lowMinor: minor,
      midMinor: minor,
      highMinor: minor,
      months: z.int(),
      isWide: z.boolean(),
    })
    .nullable(),
  /** Null before its first round. */
  health: HealthMark.nullable(),
  /** The stage of its life with us, and the one the criteria propose. */
  lifecycle: z.object({
    stage: z.enum(lifecycleStages).nullable(),
    since: day.nullable(),
    proposedStage: z.enum(lifecycleStages).nullable(),
  }),
  /** How we stand with its people. */
  relationship: RelationshipSummary,
  signals: z.array(SignalView),
  people: z.array(PositionView),
  tasks: z.array(TaskView),
  interactions: z.array(InteractionView),
  timeline: z.array(TimelineItem),
  history: z.array(
    z.object({
      asOf: day,
      segment: z.enum(segments).nullable(),
      grade: z.enum(grades).nullable(),
      level: z.enum(riskLevels),
      pLost: share.nullable(),
      revenue12mMinor: minor,
    }),
  ),
  moves: z.array(SegmentMoveView),
  group: GroupRollUp.nullable(),
  ancestors: z.array(named),
});
export type AccountPage = z.infer<typeof AccountPage>;

export const accountPage = {
  get: endpoint({
    id: "accountPage.get",
    method: "GET",
    path: "/accounts/:accountId/page",
    allow: "account.view",
    summary: "The account page in one answer",
    params: z.object({ accountId: id }),
    response: AccountPage,
  }),
};
