import { auditFindingKinds } from "@mainstay/domain/audit/audit-finding";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { cursor, day, id, instant, named, nothing, text } from "./endpoint/wire.ts";
import { exportEncodings } from "./record-export.ts";

/** Who did what to which record. `account` and `person` are whom it concerns, where the caller may see them. */
export const AuditView = z.object({
  id,
  at: instant,
  actor: named.nullable(),
  act: z.string(),
  subjectKind: z.string(),
  subjectId: z.string().nullable(),
  account: named.nullable(),
  person: named.nullable(),
  detail: z.record(z.string(), z.unknown()),
  requestId: z.string().nullable(),
});
export type AuditView = z.infer<typeof AuditView>;

const filter = {
  act: text(80).optional(),
  subjectKind: text(40).optional(),
  subjectId: text(80).optional(),
  actorUserId: id.optional(),
  accountId: id.optional(),
  personId: id.optional(),
  fromOn: day.optional(),
  toOn: day.optional(),
};
export const AuditFilter = z.object(filter);
export type AuditFilter = z.infer<typeof AuditFilter>;

/** What is wrong with the audit, and where. */
export const AuditFindingView = z.object({
  kind: z.enum(auditFindingKinds),
  sequence: z.int().nullable(),
  at: instant.nullable(),
  auditId: id.nullable(),
  act: z.string().nullable(),
});

/** What the last verification of the chain of hashes found. */
export const AuditVerificationView = z.object({
  verifiedAt: instant,
  isIntact: z.boolean(),
  rowsChecked: z.int().nonnegative(),
  headSequence: z.int().nonnegative(),
  headHash: z.string().nullable(),
  findings: z.array(AuditFindingView),
  tookMs: z.int().nonnegative(),
});
export type AuditVerificationView = z.infer<typeof AuditVerificationView>;

export const audits = {
  list: endpoint({
    id: "audits.list",
    method: "GET",
    path: "/audit",
    allow: "audit.view",
    summary: "The record of acts, newest first",
    query: z.object({
      ...filter,
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(AuditView), nextCursor: cursor.nullable() }),
  }),
  export: endpoint({
    id: "audits.export",
    method: "GET",
    path: "/audit/export.csv",
    allow: "audit.view",
    summary: "The record of acts as CSV, newest first; the export is recorded itself",
    query: z.object({ ...filter, encoding: z.enum(exportEncodings).default("utf-8") }),
    response: nothing,
    download: "text/csv",
  }),
  verification: endpoint({
    id: "audits.verification",
    method: "GET",
    path: "/audit/verification",
    allow: "audit.view",
    summary: "What the last verification of the audit found; null before the first",
    response: z.object({ last: AuditVerificationView.nullable() }),
  }),
  verify: endpoint({
    id: "audits.verify",
    method: "POST",
    path: "/audit/verification",
    allow: "audit.view",
    summary: "Verify the audit now, in the background",
    response: nothing,
    status: 204,
  }),
};
