import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, cursor, day, id, minor } from "./endpoint/wire.ts";
import { EvaluationRunView } from "./evaluation.ts";
import { SignalView, signalFilter } from "./signal.ts";
import { TaskView } from "./task.ts";

/** The Today page in one round: whom to contact, why, with what, and what is mine to do. */
export const TodayView = z.object({
  today: day,
  asOf: day.nullable(),
  baseCurrency: currency,
  headline: z.object({
    signals: z.int(),
    accounts: z.int(),
    moneyAtStakeMinor: minor,
    critical: z.int(),
    unowned: z.int(),
  }),
  signals: z.array(SignalView),
  nextCursor: cursor.nullable(),
  total: z.int(),
  tasks: z.array(TaskView),
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
      "Ranked signals with why, money at stake and evidence; my tasks; what there is to judge",
    query: z.object({
      ...signalFilter,
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: TodayView,
  }),
};
