import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, nothing, requiredText } from "./endpoint/wire.ts";

/** A stretch without trade that does not count as silence: ours (`accountId` null) or one customer's. */
export const PauseView = z.object({
  id,
  accountId: id.nullable(),
  accountName: z.string().nullable(),
  fromOn: day,
  toOn: day,
  reason: z.string(),
  can: z.object({ remove: z.boolean() }),
});
export type PauseView = z.infer<typeof PauseView>;

export const pauses = {
  list: endpoint({
    id: "pauses.list",
    method: "GET",
    path: "/pauses",
    allow: "setting.view",
    summary: "Pauses of the workspace, or of one account with the workspace's",
    query: z.object({ accountId: id.optional() }),
    response: z.object({ items: z.array(PauseView) }),
  }),
  add: endpoint({
    id: "pauses.add",
    method: "POST",
    path: "/pauses",
    allow: "account.edit",
    summary: "Note a pause; one without an account concerns everybody and needs `setting.edit`",
    body: z
      .object({ accountId: id.nullable(), fromOn: day, toOn: day, reason: requiredText(300) })
      .refine((pause) => pause.toOn >= pause.fromOn, { path: ["toOn"] }),
    response: PauseView,
    status: 201,
    idempotent: true,
  }),
  remove: endpoint({
    id: "pauses.remove",
    method: "DELETE",
    path: "/pauses/:pauseId",
    allow: "account.edit",
    summary: "Take a pause back",
    params: z.object({ pauseId: id }),
    response: nothing,
    status: 204,
  }),
};
