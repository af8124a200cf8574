import { signalKinds, signalSeverities } from "@mainstay/domain/signal/signal-kind";
import { todayItemKinds, todayUrgencies } from "@mainstay/domain/today/today-item";
import { z } from "zod";
import { ApprovalView } from "./approval.ts";
import { CaseRow } from "./case.ts";
import { DayView } from "./day.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, cursor, day, id, minor, named, several } from "./endpoint/wire.ts";
import { EvaluationRunView } from "./evaluation.ts";
import { HandoverView } from "./handover.ts";
import { InspectionToCall } from "./inspection-to-call.ts";
import { ObligationView } from "./obligation.ts";
import { PromiseRow } from "./promise.ts";
import { SignalView } from "./signal.ts";
import { TaskView } from "./task.ts";

/** Why an item stands where it stands; the formula is in domain/today/rank-today-item.ts. */
const rank = {
  /** `<kind>:<id>`, or the key of a day. */
  key: z.string(),
  urgency: z.enum(todayUrgencies),
  score: z.number(),
  /** Days until it is due, negative when overdue. */
  dueInDays: z.int().nullable(),
  /** Hours left on its clock, negative when past. */
  hoursLeft: z.number().nullable(),
  /** A signal's stake; for the others the account's revenue of twelve months. */
  moneyMinor: minor,
};

/** One thing on Today, with all a reader needs to act on it at once. */
export const TodayItem = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("signal"),
    ...rank,
    signal: SignalView,
    /** The account's other working signals. */
    others: z.array(
      z.object({ id, kind: z.enum(signalKinds), severity: z.enum(signalSeverities) }),
    ),
  }),
  z.object({
    kind: z.literal("case"),
    ...rank,
    case: CaseRow,
    /** Why it stands on this list: to work on, offered by a colleague, or solved and not confirmed. */
    because: z.enum(["clock", "offered", "unconfirmed"]),
    offeredBy: named.nullable(),
  }),
  z.object({ kind: z.literal("promise"), ...rank, promise: PromiseRow }),
  z.object({ kind: z.literal("inspection"), ...rank, inspection: InspectionToCall }),
  z.object({ kind: z.literal("handover"), ...rank, handover: HandoverView }),
  z.object({ kind: z.literal("approval"), ...rank, approval: ApprovalView }),
  z.object({ kind: z.literal("obligation"), ...rank, obligation: ObligationView }),
  z.object({ kind: z.literal("task"), ...rank, task: TaskView }),
  z.object({ kind: z.literal("day"), ...rank, day: DayView }),
]);
export type TodayItem = z.infer<typeof TodayItem>;

/** The Today page in one round: what needs whom, why, with what, the most urgent first. */
export const TodayView = z.object({
  today: day,
  asOf: day.nullable(),
  baseCurrency: currency,
  /** Whose list it is: the reader's own, a colleague's, or everything in sight. */
  whose: z.union([z.enum(["me", "all"]), id]),
  /** Over all working signals in sight, whatever the list is narrowed to. */
  headline: z.object({
    signals: z.int(),
    accounts: z.int(),
    moneyAtStakeMinor: minor,
    critical: z.int(),
    unowned: z.int(),
  }),
  /** How many of each kind there are for whom the list is, before `show` narrows it. */
  counts: z.object({
    signal: z.int(),
    case: z.int(),
    handover: z.int(),
    promise: z.int(),
    inspection: z.int(),
    approval: z.int(),
    obligation: z.int(),
    task: z.int(),
    day: z.int(),
    overdue: z.int(),
  }),
  items: z.array(TodayItem),
  nextCursor: cursor.nullable(),
  segmentProposals: z.int(),
  /** What the workspace holds, so that an empty list can say honestly why. */
  holdings: z.object({ accounts: z.int(), orderDays: z.int(), lastOrderOn: day.nullable() }),
  lastRun: EvaluationRunView.nullable(),
  owners: z.array(z.object({ id, name: z.string(), signals: z.int() })),
});
export type TodayView = z.infer<typeof TodayView>;

export const today = {
  get: endpoint({
    id: "today.get",
    method: "GET",
    path: "/today",
    allow: "signal.view",
    summary:
      "One ranked list of signals, cases, promises, inspections, handovers, approvals, obligations, tasks and days, each with why and what can be done",
    query: z.object({
      /** `me`: what waits for the caller; `all`: everything in sight; an id: what waits for that colleague. */
      whose: z.union([z.enum(["me", "all"]), id]).optional(),
      show: several(z.enum(todayItemKinds)),
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: TodayView,
  }),
};
