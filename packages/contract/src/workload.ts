import { userRoles } from "@mainstay/domain/user/user-role";
import { loadLevels } from "@mainstay/domain/workload/judge-load";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, day, id, minor, named, version } from "./endpoint/wire.ts";

/** What one colleague carries now, and whether that is too much beside the others. */
const ColleagueLoad = z.object({
  user: named.extend({ role: z.enum(userRoles), departmentName: z.string().nullable() }),
  keyAccounts: z.int(),
  signals: z.int(),
  urgentSignals: z.int(),
  moneyAtStakeMinor: minor,
  overdue: z.int(),
  dueThisWeek: z.int(),
  handovers: z.int(),
  handoversOverdue: z.int(),
  approvalsOverdue: z.int(),
  points: z.int(),
  level: z.enum(loadLevels),
  /** Away now, and who decides meanwhile. */
  away: z.object({ untilOn: day, delegate: named }).nullable(),
});

/** Something nobody answers for. `gone`: its owner is no colleague any more. */
const Unowned = z.object({
  kind: z.enum(["account", "signal", "obligation", "task", "handover"]),
  id,
  account: named.nullable(),
  title: z.string().nullable(),
  code: z.string().nullable(),
  dueOn: day.nullable(),
  moneyMinor: minor,
  gone: named.nullable(),
  version,
});

/** The team at a glance: who is overloaded, what is late, what nobody owns. */
export const WorkloadView = z.object({
  today: day,
  baseCurrency: currency,
  colleagues: z.array(ColleagueLoad),
  medianPoints: z.number().nullable(),
  unowned: z.object({
    accounts: z.int(),
    signals: z.int(),
    obligations: z.int(),
    tasks: z.int(),
    handovers: z.int(),
    /** The dearest of them. */
    items: z.array(Unowned),
  }),
});
export type WorkloadView = z.infer<typeof WorkloadView>;

export const workloads = {
  get: endpoint({
    id: "workloads.get",
    method: "GET",
    path: "/workload",
    allow: "portfolio.oversee",
    summary: "Who of the team carries what, who carries too much, and what nobody owns",
    response: WorkloadView,
  }),
};
