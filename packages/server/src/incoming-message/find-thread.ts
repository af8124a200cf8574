import { caseNumberIn } from "@mainstay/domain/incoming-message/case-token";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { traceKey } from "./message-queries.ts";

export interface ThreadCase {
  readonly caseId: string;
  readonly accountId: string;
  readonly number: number;
}

/**
 * The case a message goes on with: the newest of those its references lead to — mail of ours about the case, or mail that was
 * put into it — else the one its subject names. A case that was merged leads to the one it goes on under. Whether the sender
 * may write to it is the caller's question.
 */
export const findThread = async (
  db: Db,
  tenantId: TenantId,
  references: readonly string[],
  subject: string,
): Promise<ThreadCase | null> => {
  const keys = references.flatMap((one) => [traceKey(one), traceKey(localPart(one))]);
  if (keys.length > 0) {
    const { rows } = await sql<{ case_id: string }>`
      select case_id from incoming_trace where tenant_id = ${tenantId}::uuid and case_id is not null
        and key_sha256 = any(${keys}::bytea[]) order by seen_at desc limit 1`.execute(db);
    const caseId = rows[0]?.case_id ?? (await caseOfOurMail(db, tenantId, references));
    if (caseId) return standingCase(db, tenantId, sql`id = ${caseId}::uuid`);
  }
  const number = caseNumberIn(subject);
  return number === null ? null : standingCase(db, tenantId, sql`number = ${number}`);
};

/** The left part of a Message-ID, which is all that we choose of ours. */
export const localPart = (messageId: string): string =>
  messageId.slice(1, messageId.lastIndexOf("@"));

/** Mail of ours names its case in its subject or in the key it was written once under. */
const caseOfOurMail = async (
  db: Db,
  tenantId: TenantId,
  references: readonly string[],
): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select c.id from customer_mail m join service_case c on c.tenant_id = m.tenant_id
      and (c.id::text = substring(m.dedupe_key from '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}')
        or c.number = substring(m.subject from '\\[#(\\d{1,12})\\]')::bigint)
    where m.tenant_id = ${tenantId}::uuid and m.message_id = any(${references.map(localPart)}::text[])
    order by m.created_at desc limit 1`.execute(db);
  return rows[0]?.id ?? null;
};

const standingCase = async (
  db: Db,
  tenantId: TenantId,
  which: ReturnType<typeof sql>,
): Promise<ThreadCase | null> => {
  const { rows } = await sql<ThreadCase>`
    select o.id as "caseId", o.account_id as "accountId", o.number from (
      select coalesce(duplicate_of_id, id) as id from service_case where tenant_id = ${tenantId}::uuid and ${which}) as found
    join service_case o on o.tenant_id = ${tenantId}::uuid and o.id = found.id`.execute(db);
  return rows[0] ?? null;
};
