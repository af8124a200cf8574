import {
  handoverCauses,
  handoverSeats,
  handoverSides,
  handoverStatuses,
} from "@mainstay/domain/handover/handover-kind";
import { handoverItemKeys } from "@mainstay/domain/handover/handover-item";
import { transferredThings } from "@mainstay/domain/handover/transferred-thing";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  named,
  nothing,
  page,
  pageQuery,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";
import { HandoverPack } from "./handover-pack.ts";

/** One thing to do; words by `handover.item.<key>`. */
export const HandoverItemView = z.object({
  key: z.enum(handoverItemKeys),
  isMandatory: z.boolean(),
  doneAt: instant.nullable(),
  doneBy: named.nullable(),
  note: z.string(),
});
export type HandoverItemView = z.infer<typeof HandoverItemView>;

/** A change of contact, theirs or ours, with its clock, what is to be done, and what the reader may do. */
export const HandoverView = z.object({
  id,
  account: named,
  side: z.enum(handoverSides),
  /** Ours: the seat that changes hands, from whom, to whom. */
  seat: z.enum(handoverSeats).nullable(),
  from: named.nullable(),
  to: named.nullable(),
  /** Theirs: who leaves, who follows, and which of us keeps the relation. */
  person: named.nullable(),
  successor: named.nullable(),
  owner: named.nullable(),
  because: z.enum(handoverCauses).nullable(),
  note: z.string(),
  status: z.enum(handoverStatuses),
  startedAt: instant,
  dueAt: instant,
  isOverdue: z.boolean(),
  acceptedBy: named.nullable(),
  acceptedAt: instant.nullable(),
  acceptedDespite: z.string().nullable(),
  /** SHA-256 of the pack that was accepted. */
  packSha256: z.string().nullable(),
  visitedOn: day.nullable(),
  closedAt: instant.nullable(),
  droppedBecause: z.string().nullable(),
  items: z.array(HandoverItemView),
  version,
  can: z.object({
    tick: z.boolean(),
    nameSuccessor: z.boolean(),
    assign: z.boolean(),
    transfer: z.boolean(),
    accept: z.boolean(),
    drop: z.boolean(),
  }),
});
export type HandoverView = z.infer<typeof HandoverView>;

const params = z.object({ handoverId: id });
const act = {
  params,
  response: HandoverView,
  versioned: true as const,
  allow: "handover.work" as const,
};

export const handovers = {
  list: endpoint({
    id: "handovers.list",
    method: "GET",
    path: "/handovers",
    allow: "handover.view",
    summary: "Handovers, running ones by their clock, ended ones newest first",
    query: z.object({
      state: z.enum(["running", "overdue", "ended"]).default("running"),
      accountId: id.optional(),
      whose: z.enum(["mine", "all"]).default("all"),
      ...pageQuery,
    }),
    response: page(HandoverView).extend({
      running: z.int().nonnegative(),
      overdue: z.int().nonnegative(),
      unassigned: z.int().nonnegative(),
    }),
  }),
  get: endpoint({
    id: "handovers.get",
    method: "GET",
    path: "/handovers/:handoverId",
    allow: "handover.view",
    summary: "One handover with its clock and checklist",
    params,
    response: HandoverView,
    versioned: true,
  }),
  start: endpoint({
    id: "handovers.start",
    method: "POST",
    path: "/accounts/:accountId/handovers",
    allow: "handover.work",
    summary: "Start a handover by hand: their contact leaves, or a seat of ours changes",
    params: z.object({ accountId: id }),
    body: z.discriminatedUnion("side", [
      z.object({
        side: z.literal("theirs"),
        personId: id,
        successorPersonId: id.nullish(),
        note: text(500).optional(),
      }),
      z.object({
        side: z.literal("ours"),
        seat: z.enum(handoverSeats),
        toUserId: id.nullish(),
        note: text(500).optional(),
      }),
    ]),
    response: HandoverView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  tick: endpoint({
    ...act,
    id: "handovers.tick",
    method: "PUT",
    path: "/handovers/:handoverId/items/:itemKey",
    summary: "Mark one thing of the checklist done or not done (If-Match)",
    params: z.object({ handoverId: id, itemKey: z.enum(handoverItemKeys) }),
    body: z.object({ isDone: z.boolean(), note: text(500).optional() }),
  }),
  nameSuccessor: endpoint({
    ...act,
    id: "handovers.nameSuccessor",
    method: "POST",
    path: "/handovers/:handoverId/successor",
    summary: "Name who follows the contact who left (If-Match)",
    body: z.object({ personId: id.nullable() }),
  }),
  assign: endpoint({
    ...act,
    id: "handovers.assign",
    method: "POST",
    path: "/handovers/:handoverId/assign",
    summary: "Ours: give the seat to a colleague; theirs: name who keeps the relation (If-Match)",
    body: z.object({ userId: id }),
  }),
  transfer: endpoint({
    ...act,
    id: "handovers.transfer",
    method: "POST",
    path: "/handovers/:handoverId/transfer",
    summary:
      "Hand the account's open tasks, obligations, signals, rescues, plans, cases, promises, needs and loops to the successor (If-Match)",
    response: HandoverView.extend({
      moved: z.array(z.object({ what: z.enum(transferredThings), count: z.int().positive() })),
    }),
  }),
  accept: endpoint({
    ...act,
    id: "handovers.accept",
    method: "POST",
    path: "/handovers/:handoverId/accept",
    summary: "The successor accepts the pack as read, by its hash (If-Match)",
    body: z.object({
      packSha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Why, when mandatory things are still open. */
      despite: text(500).optional(),
    }),
  }),
  drop: endpoint({
    ...act,
    id: "handovers.drop",
    method: "POST",
    path: "/handovers/:handoverId/drop",
    summary: "End it without acceptance, for a reason (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  pack: endpoint({
    id: "handovers.pack",
    method: "GET",
    path: "/handovers/:handoverId/pack",
    allow: "handover.view",
    summary: "The pack: all that a successor has to know, as far as the reader may see it",
    params,
    response: HandoverPack,
  }),
  print: endpoint({
    id: "handovers.print",
    method: "GET",
    path: "/handovers/:handoverId/pack.pdf",
    allow: "handover.view",
    summary: "The pack as PDF in the caller's language; the print is recorded",
    params,
    response: nothing,
    download: "application/pdf",
  }),
};
