import { riskLevels } from "@mainstay/domain/account/risk-level";
import { segments } from "@mainstay/domain/account/segment";
import { evidenceKinds } from "@mainstay/domain/evaluation/evaluation-reason";
import {
  decidedOutcomes,
  signalKinds,
  signalOutcomes,
  signalPlays,
  signalSeverities,
  signalStatuses,
} from "@mainstay/domain/signal/signal-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  minor,
  named,
  page,
  pageQuery,
  reason,
  share,
  text,
  version,
} from "./endpoint/wire.ts";

/** A row a signal rests on: a season that came, an order-day, an invoice; words by `evidence.<kind>`. */
export const Evidence = z.object({
  kind: z.enum(evidenceKinds),
  on: day.nullable(),
  to: day.nullable().optional(),
  amountMinor: minor.nullable(),
  label: z.string().nullable(),
  number: z.number().nullable(),
  /** Where the row speaks of one person of theirs. */
  personId: id.optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** One explainable warning: judgement, reason, evidence, money, owner, state, and what the reader may do. */
export const SignalView = z.object({
  id,
  kind: z.enum(signalKinds),
  severity: z.enum(signalSeverities),
  status: z.enum(signalStatuses),
  reason,
  evidence: z.array(Evidence),
  moneyAtStakeMinor: minor,
  probability: share.nullable(),
  play: z.enum(signalPlays).nullable(),
  owner: named.nullable(),
  firstSeenOn: day,
  lastSeenOn: day,
  snoozedUntil: day.nullable(),
  outcome: z.enum(signalOutcomes).nullable(),
  outcomeNote: z.string().nullable(),
  /** Margin kept by a saved one, gone with a lost one. */
  outcomeMoneyMinor: minor.nullable(),
  resolvedAt: instant.nullable(),
  version,
  account: z.object({
    id,
    name: z.string(),
    segment: z.enum(segments).nullable(),
    level: z.enum(riskLevels),
    managerName: z.string().nullable(),
  }),
  /** Days since the last two-way contact; null when none is logged. */
  lastContactOn: day.nullable(),
  can: z.object({
    acknowledge: z.boolean(),
    snooze: z.boolean(),
    wake: z.boolean(),
    resolve: z.boolean(),
    reopen: z.boolean(),
    assign: z.boolean(),
  }),
});
export type SignalView = z.infer<typeof SignalView>;

const params = z.object({ signalId: id });
const answer = {
  params,
  response: SignalView,
  versioned: true as const,
  allow: "signal.work" as const,
};

export const signalFilter = {
  status: z.enum(["working", ...signalStatuses]).default("working"),
  kind: z.enum(signalKinds).optional(),
  severity: z.enum(signalSeverities).optional(),
  ownerUserId: z.union([id, z.literal("none"), z.literal("me")]).optional(),
  accountId: id.optional(),
};

export const signals = {
  list: endpoint({
    id: "signals.list",
    method: "GET",
    path: "/signals",
    allow: "signal.view",
    summary: "Signals, most money at stake first; `working` means open or acknowledged",
    query: z.object({ ...signalFilter, ...pageQuery }),
    response: page(SignalView),
  }),
  get: endpoint({
    id: "signals.get",
    method: "GET",
    path: "/signals/:signalId",
    allow: "signal.view",
    summary: "One signal with its evidence",
    params,
    response: SignalView,
    versioned: true,
  }),
  acknowledge: endpoint({
    ...answer,
    id: "signals.acknowledge",
    method: "POST",
    path: "/signals/:signalId/acknowledge",
    summary: "I have seen it and take care of it (If-Match)",
  }),
  snooze: endpoint({
    ...answer,
    id: "signals.snooze",
    method: "POST",
    path: "/signals/:signalId/snooze",
    summary: "Show it again from a day on (If-Match)",
    body: z.object({ until: day }),
  }),
  wake: endpoint({
    ...answer,
    id: "signals.wake",
    method: "POST",
    path: "/signals/:signalId/wake",
    summary: "End a snooze now (If-Match)",
  }),
  assign: endpoint({
    ...answer,
    id: "signals.assign",
    method: "POST",
    path: "/signals/:signalId/assign",
    summary: "Name the owner (If-Match)",
    body: z.object({ ownerUserId: id.nullable() }),
  }),
  resolve: endpoint({
    ...answer,
    id: "signals.resolve",
    method: "POST",
    path: "/signals/:signalId/resolve",
    summary: "Close it with its outcome: saved, lost or false alarm (If-Match)",
    body: z.object({
      outcome: z.enum(decidedOutcomes),
      note: text(2000).optional(),
      /** Margin kept or gone; what was at stake unless told. */
      moneyMinor: minor.min(0).optional(),
    }),
  }),
  reopen: endpoint({
    ...answer,
    id: "signals.reopen",
    method: "POST",
    path: "/signals/:signalId/reopen",
    summary: "Take back a resolution (If-Match)",
  }),
  precision: endpoint({
    id: "signals.precision",
    method: "GET",
    path: "/signals/precision",
    allow: "signal.view",
    summary: "How often each kind was real: resolved as saved or lost, of all resolved by people",
    response: z.object({
      baseCurrency: z.string(),
      kinds: z.array(
        z.object({
          kind: z.enum(signalKinds),
          real: z.int(),
          falseAlarms: z.int(),
          open: z.int(),
          savedMinor: minor,
          lostMinor: minor,
        }),
      ),
    }),
  }),
};
