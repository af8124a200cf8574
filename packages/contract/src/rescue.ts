import {
  rescueOfferKinds,
  rescueOfferStatuses,
  rescueOutcomes,
  rescueStatuses,
} from "@mainstay/domain/rescue/rescue-kind";
import { signalKinds } from "@mainstay/domain/signal/signal-kind";
import { taskStatuses } from "@mainstay/domain/task/task-status";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, minor, named, page, pageQuery, share, text, version } from "./endpoint/wire.ts";

/** Something offered to keep the customer. */
export const RescueOfferView = z.object({
  id,
  kind: z.enum(rescueOfferKinds),
  terms: z.string(),
  costMinor: minor,
  offeredBy: named,
  status: z.enum(rescueOfferStatuses),
  approvalId: id.nullable(),
  madeOn: day.nullable(),
  answeredOn: day.nullable(),
  answerNote: z.string().nullable(),
  version,
  can: z.object({ make: z.boolean(), answer: z.boolean(), withdraw: z.boolean() }),
});
export type RescueOfferView = z.infer<typeof RescueOfferView>;

/** One rescue: goal, money, offers, tasks, result. Money is in the workspace's currency. */
export const RescueView = z.object({
  id,
  account: named,
  signal: z.object({ id, kind: z.enum(signalKinds) }).nullable(),
  goal: z.string(),
  stakeMinor: minor,
  owner: named.nullable(),
  status: z.enum(rescueStatuses),
  openedBy: z.string(),
  openedOn: day,
  closedOn: day.nullable(),
  shareKept: share.nullable(),
  costMinor: minor.nullable(),
  /** Stake at opening × share kept − cost of the accepted offers; null while it runs. */
  avoidedLossMinor: minor.nullable(),
  resultNote: z.string().nullable(),
  offers: z.array(RescueOfferView),
  tasks: z.array(
    z.object({
      id,
      title: z.string(),
      dueOn: day.nullable(),
      status: z.enum(taskStatuses),
      ownerName: z.string().nullable(),
    }),
  ),
  version,
  can: z.object({
    edit: z.boolean(),
    offer: z.boolean(),
    addTask: z.boolean(),
    close: z.boolean(),
  }),
});
export type RescueView = z.infer<typeof RescueView>;

const params = z.object({ rescueId: id });
const offerParams = z.object({ offerId: id });
const answer = { response: RescueView, allow: "rescue.work" as const };

export const rescues = {
  list: endpoint({
    id: "rescues.list",
    method: "GET",
    path: "/rescues",
    allow: "rescue.view",
    summary: "Rescues, running ones first, then the newest",
    query: z.object({
      status: z.enum(rescueStatuses).optional(),
      accountId: id.optional(),
      ...pageQuery,
    }),
    response: page(RescueView),
  }),
  results: endpoint({
    id: "rescues.results",
    method: "GET",
    path: "/rescues/results",
    allow: "rescue.view",
    summary: "What rescues came to: how many, the loss avoided, and which offers worked",
    response: z.object({
      baseCurrency: z.string(),
      running: z.int(),
      saved: z.int(),
      partly: z.int(),
      lost: z.int(),
      stakeMinor: minor,
      avoidedLossMinor: minor,
      costMinor: minor,
      byOffer: z.array(
        z.object({
          kind: z.enum(rescueOfferKinds),
          /** Offers made to a customer in closed rescues, and how many of those were accepted. */
          made: z.int(),
          accepted: z.int(),
          /** Of the rescues in which it was accepted: how many were saved, wholly or partly, and how many lost. */
          kept: z.int(),
          lost: z.int(),
          costMinor: minor,
        }),
      ),
    }),
  }),
  get: endpoint({
    id: "rescues.get",
    method: "GET",
    path: "/rescues/:rescueId",
    allow: "rescue.view",
    summary: "One rescue with its offers and tasks",
    params,
    response: RescueView,
    versioned: true,
  }),
  open: endpoint({
    ...answer,
    id: "rescues.open",
    method: "POST",
    path: "/accounts/:accountId/rescues",
    summary: "Begin a rescue, from a signal or by itself; the money at stake is noted as it stands",
    params: z.object({ accountId: id }),
    body: z.object({
      signalId: id.nullable(),
      goal: text(1000).min(1),
      /** The margin at stake; the signal's, or the account's value at risk, unless told. */
      stakeMinor: minor.min(0).optional(),
      ownerUserId: id.nullable().optional(),
    }),
    status: 201,
    idempotent: true,
  }),
  edit: endpoint({
    ...answer,
    id: "rescues.edit",
    method: "PATCH",
    path: "/rescues/:rescueId",
    summary: "Change goal or owner (If-Match)",
    params,
    body: z.object({ goal: text(1000).min(1).optional(), ownerUserId: id.nullable().optional() }),
    versioned: true,
  }),
  offer: endpoint({
    ...answer,
    id: "rescues.offer",
    method: "POST",
    path: "/rescues/:rescueId/offers",
    summary: "Plan an offer; from a cost on it waits for an approval first",
    params,
    body: z.object({
      kind: z.enum(rescueOfferKinds),
      terms: text(2000).min(1),
      costMinor: minor.min(0),
      approverUserId: id.nullable().optional(),
      /** For an executive visit: when it is to take place, and who goes; makes a task. */
      visit: z.object({ dueOn: day, ownerUserId: id.nullable() }).optional(),
    }),
    status: 201,
    idempotent: true,
  }),
  addTask: endpoint({
    ...answer,
    id: "rescues.addTask",
    method: "POST",
    path: "/rescues/:rescueId/tasks",
    summary: "Something to do for the rescue",
    params,
    body: z.object({ title: text(300).min(1), dueOn: day.nullable(), ownerUserId: id.nullable() }),
    status: 201,
    idempotent: true,
  }),
  close: endpoint({
    ...answer,
    id: "rescues.close",
    method: "POST",
    path: "/rescues/:rescueId/close",
    summary: "How it ended; resolves its signal with the outcome and the money (If-Match)",
    params,
    body: z.object({
      outcome: z.enum(rescueOutcomes),
      shareKept: share,
      note: text(2000).optional(),
    }),
    versioned: true,
  }),
  makeOffer: endpoint({
    ...answer,
    id: "rescues.makeOffer",
    method: "POST",
    path: "/rescue-offers/:offerId/make",
    summary: "The offer was made to the customer on a day",
    params: offerParams,
    body: z.object({ madeOn: day }),
  }),
  answerOffer: endpoint({
    ...answer,
    id: "rescues.answerOffer",
    method: "POST",
    path: "/rescue-offers/:offerId/answer",
    summary: "What the customer answered",
    params: offerParams,
    body: z.object({
      answer: z.enum(["accepted", "declined"]),
      answeredOn: day,
      note: text(2000).optional(),
    }),
  }),
  withdrawOffer: endpoint({
    ...answer,
    id: "rescues.withdrawOffer",
    method: "POST",
    path: "/rescue-offers/:offerId/withdraw",
    summary: "Take an offer back; an approval that waits for it is withdrawn too",
    params: offerParams,
  }),
};
