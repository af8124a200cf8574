import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { cursor, day, id, instant, text } from "./endpoint/wire.ts";

/** Who did what to which record. */
export const AuditView = z.object({
  id,
  at: instant,
  actor: z.object({ id, name: z.string() }).nullable(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
});
export type AuditView = z.infer<typeof AuditView>;

export const audits = {
  list: endpoint({
    id: "audits.list",
    method: "GET",
    path: "/audit",
    allow: "audit.view",
    summary: "The record of acts, newest first",
    query: z.object({
      act: text(80).optional(),
      subjectKind: text(40).optional(),
      subjectId: text(80).optional(),
      actorUserId: id.optional(),
      fromOn: day.optional(),
      toOn: day.optional(),
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(AuditView), nextCursor: cursor.nullable() }),
  }),
};
