import { interactionKinds, interactionMoods } from "@mainstay/domain/interaction/interaction-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, page, pageQuery, requiredText, text } from "./endpoint/wire.ts";

/** A contact with the customer. `isTwoWay`: they answered or took part. */
export const InteractionView = z.object({
  id,
  accountId: id,
  kind: z.enum(interactionKinds),
  occurredOn: day,
  isTwoWay: z.boolean(),
  summary: z.string(),
  /** What it was about, in a word or a clause. */
  topic: z.string().nullable(),
  /** How the customer seemed, as whoever was there saw it. */
  mood: z.enum(interactionMoods).nullable(),
  people: z.array(named),
  /** Who of us took part. */
  ours: z.array(named),
  signalId: id.nullable(),
  loggedBy: named.nullable(),
  loggedAt: instant,
});
export type InteractionView = z.infer<typeof InteractionView>;

export const interactions = {
  list: endpoint({
    id: "interactions.list",
    method: "GET",
    path: "/accounts/:accountId/interactions",
    allow: "interaction.view",
    summary: "Contacts with an account, newest first",
    params: z.object({ accountId: id }),
    query: z.object(pageQuery),
    response: page(InteractionView),
  }),
  log: endpoint({
    id: "interactions.log",
    method: "POST",
    path: "/accounts/:accountId/interactions",
    allow: "interaction.log",
    summary: "Log a contact",
    params: z.object({ accountId: id }),
    body: z.object({
      kind: z.enum(interactionKinds),
      occurredOn: day,
      isTwoWay: z.boolean().default(true),
      summary: requiredText(5000),
      topic: text(200).nullish(),
      mood: z.enum(interactionMoods).nullish(),
      personIds: z.array(id).max(50).default([]),
      /** Who of us took part; when left out, whoever logs it. */
      ourUserIds: z.array(id).max(20).optional(),
      signalId: id.nullish(),
    }),
    response: InteractionView,
    status: 201,
    idempotent: true,
  }),
};
