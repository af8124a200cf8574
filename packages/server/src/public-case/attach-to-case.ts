import { createHash } from "node:crypto";
import {
  filingFileBytesAtMost,
  filingFilesAtMost,
} from "@mainstay/domain/public-case/filing-limit";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { storeAttachment } from "../case-attachment/store-attachment.ts";
import { judgeFiles } from "../incoming-message/judge-files.ts";
import { keepFiles } from "../incoming-message/message-queries.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { readLinkToken } from "../public-link/find-public-link.ts";
import { getTracking } from "./follow-case.ts";

interface Attached {
  readonly name: string;
  readonly sizeBytes: number;
  readonly left: number;
}

const limit = `${filingFileBytesAtMost / 1024 / 1024} MB`;

/**
 * A customer sends a file to their case, or to a message that waits to be sorted: three a day, 5 MB each, twenty a case in all. Sent
 * again it is taken once.
 */
export const attachToCase = (
  database: Database,
  request: { readonly now: Date; readonly requestId: string },
  token: string,
  file: { readonly fileName: string; readonly bytes: Buffer },
): Promise<Attached> => {
  const { tenantId, secret } = readLinkToken(token);
  const { now, requestId } = request;
  if (file.bytes.length > filingFileBytesAtMost)
    throw new AppError("import.file_too_large", { limit });
  return withTenant(database, systemScope(tenantId), async (tx) => {
    const { subjectId, personId } = await getTracking(tx, tenantId, secret, now);
    const { rows } = await sql<{ status: string }>`
      select status from service_case where tenant_id = ${tenantId}::uuid and id = ${subjectId}::uuid for update`.execute(
      tx,
    );
    const [found] = rows;
    if (!found) return attachToMessage(tx, tenantId, subjectId, file);
    if (found.status === "closed" || found.status === "duplicate")
      throw new AppError("public_case.not_open");
    const sent = await filesToday(tx, tenantId, subjectId, now);
    const sha256 = createHash("sha256").update(file.bytes).digest("hex");
    const known = sent.find((one) => one.sha256 === sha256);
    const left = filingFilesAtMost - sent.length;
    if (known) return { name: known.name, sizeBytes: known.size_bytes, left: Math.max(0, left) };
    if (left <= 0) throw new AppError("public_case.files_too_many", { most: filingFilesAtMost });
    const { name, sizeBytes } = await storeAttachment(
      tx,
      { tenantId, actor: null, requestId },
      {
        caseId: subjectId,
        fileName: file.fileName,
        bytes: file.bytes,
        at: now,
        userId: null,
        personId,
        isByCustomer: true,
        limitBytes: filingFileBytesAtMost,
      },
    );
    return { name, sizeBytes, left: left - 1 };
  });
};

const filesToday = async (tx: Tx, tenantId: TenantId, caseId: string, now: Date) => {
  const { rows } = await sql<{ name: string; size_bytes: number; sha256: string }>`
    select f.name, f.size_bytes, encode(f.sha256, 'hex') as sha256 from case_attachment t
    join stored_file f on f.tenant_id = t.tenant_id and f.id = t.file_id
    where t.tenant_id = ${tenantId}::uuid and t.case_id = ${caseId}::uuid and t.by_customer
      and t.added_at > ${now}::timestamptz - interval '1 day'`.execute(tx);
  return rows;
};

const attachToMessage = async (
  tx: Tx,
  tenantId: TenantId,
  messageId: string,
  file: { readonly fileName: string; readonly bytes: Buffer },
): Promise<Attached> => {
  const { rows } = await sql<{ status: string }>`
    select status from incoming_message where tenant_id = ${tenantId}::uuid and id = ${messageId}::uuid for update`.execute(
    tx,
  );
  if (rows[0]?.status !== "waiting") throw new AppError("public_case.not_open");
  const { rows: sent } = await sql<{ name: string; size_bytes: number; sha256: string }>`
    select name, size_bytes, encode(sha256, 'hex') as sha256 from incoming_attachment
    where tenant_id = ${tenantId}::uuid and message_id = ${messageId}::uuid`.execute(tx);
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const left = filingFilesAtMost - sent.length;
  const known = sent.find((one) => one.sha256 === sha256);
  if (known) return { name: known.name, sizeBytes: known.size_bytes, left: Math.max(0, left) };
  if (left <= 0) throw new AppError("public_case.files_too_many", { most: filingFilesAtMost });
  if (file.bytes.length === 0) throw new AppError("import.file_empty");
  const [judged] = judgeFiles([{ name: file.fileName, bytes: file.bytes }]);
  if (!judged?.bytes) {
    const isFalse = judged?.refusedBecause === "false_name";
    throw isFalse
      ? new AppError("case.attachment_false", { type: "?" })
      : new AppError("case.attachment_type");
  }
  await keepFiles(tx, tenantId, messageId, [judged], sent.length);
  return { name: judged.name, sizeBytes: judged.sizeBytes, left: left - 1 };
};
