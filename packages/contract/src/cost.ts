import { costKinds } from "@mainstay/domain/cost/cost-kind";
import { userRoles } from "@mainstay/domain/user/user-role";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, day, id, instant, minor, named, nothing, text } from "./endpoint/wire.ts";

/** One cost of serving an account, in the workspace's currency. */
export const CostView = z.object({
  id,
  kind: z.enum(costKinds),
  incurredOn: day,
  amountMinor: minor,
  hours: z.number().nullable(),
  quantity: z.number().nullable(),
  note: z.string(),
  recordedBy: named.nullable(),
  recordedAt: instant,
  can: z.object({ remove: z.boolean() }),
});
export type CostView = z.infer<typeof CostView>;

const largest = 100_000_000_000;

export const costs = {
  listOfCase: endpoint({
    id: "costs.listOfCase",
    method: "GET",
    path: "/cases/:caseId/costs",
    allow: "cost.view",
    summary: "What a case has cost, newest first, with the sum",
    params: z.object({ caseId: id }),
    response: z.object({
      items: z.array(CostView),
      sumMinor: minor,
      currency,
      can: z.object({ add: z.boolean() }),
    }),
  }),
  addToCase: endpoint({
    id: "costs.addToCase",
    method: "POST",
    path: "/cases/:caseId/costs",
    allow: "cost.edit",
    summary:
      "Note a cost: hours are valued by the rate of a role unless an amount is told; the others need an amount",
    params: z.object({ caseId: id }),
    body: z.object({
      kind: z.enum(costKinds),
      incurredOn: day,
      amountMinor: minor.min(0).max(largest).optional(),
      hours: z.number().min(0.1).max(1000).optional(),
      /** Whose hours they were; the caller's own role unless told. */
      role: z.enum(userRoles).optional(),
      quantity: z.number().min(0.001).max(1_000_000).optional(),
      note: text(500).default(""),
    }),
    response: CostView,
    status: 201,
    idempotent: true,
  }),
  remove: endpoint({
    id: "costs.remove",
    method: "DELETE",
    path: "/costs/:costId",
    allow: "cost.edit",
    summary: "Take a cost back that was noted by mistake: one's own; others' only who directs",
    params: z.object({ costId: id }),
    response: nothing,
    status: 204,
  }),
  ofAccount: endpoint({
    id: "costs.ofAccount",
    method: "GET",
    path: "/accounts/:accountId/cost-to-serve",
    allow: "cost.view",
    summary: "What an account cost beside its goods in a calendar year, by kind",
    params: z.object({ accountId: id }),
    query: z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() }),
    response: z.object({
      year: z.int(),
      currency,
      sumMinor: minor,
      entries: z.int(),
      byKind: z.array(z.object({ kind: z.enum(costKinds), amountMinor: minor, entries: z.int() })),
    }),
  }),
};

/** What an hour of each role costs; null where nobody has said. */
const HourlyRates = z.object({
  currency,
  items: z.array(z.object({ role: z.enum(userRoles), rateMinor: minor.min(0).nullable() })),
});

export const hourlyRates = {
  list: endpoint({
    id: "hourlyRates.list",
    method: "GET",
    path: "/hourly-rates",
    allow: "case_setting.view",
    summary: "What an hour of each role costs us",
    response: HourlyRates,
  }),
  set: endpoint({
    id: "hourlyRates.set",
    method: "PUT",
    path: "/hourly-rates/:role",
    allow: "case_setting.edit",
    summary: "Set or clear what an hour of a role costs; what was noted before stays as it is",
    params: z.object({ role: z.enum(userRoles) }),
    body: z.object({ rateMinor: minor.min(0).max(100_000_000).nullable() }),
    response: HourlyRates,
  }),
};
