import type { ReceiptView } from "@mainstay/contract/privacy";
import type { DeletionReason } from "@mainstay/domain/fact/deletion-reason";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";

interface ReceiptRecord {
  id: string;
  person_id: string | null;
  reason: DeletionReason;
  counts: Record<string, number>;
  consent_id: string | null;
  request_id: string | null;
  deleted_by: string | null;
  deleted_by_name: string | null;
  deleted_at: Date;
  place: string;
}

const mark = "deletion_receipt.newest";

/** Receipts of deletions, the newest first. */
export const listReceipts = async (
  db: Db,
  tenantId: string,
  query: {
    personId?: string | undefined;
    reason?: DeletionReason | undefined;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ items: ReceiptView[]; nextCursor: string | null; total: number }> => {
  const after = readCursor(query.cursor, mark);
  const where = sql`r.tenant_id = ${tenantId}::uuid
    ${query.personId ? sql`and r.person_id = ${query.personId}::uuid` : sql``}
    ${query.reason ? sql`and r.reason = ${query.reason}` : sql``}`;
  const beyond = after
    ? sql`and (r.deleted_at, r.id) < (${after.key}::timestamptz, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<ReceiptRecord>`
    select r.id, r.person_id, r.reason, r.counts, r.consent_id, r.request_id, r.deleted_by, u.name as deleted_by_name,
      r.deleted_at, r.deleted_at::text as place
    from deletion_receipt r left join app_user u on u.tenant_id = r.tenant_id and u.id = r.deleted_by
    where ${where} ${beyond} order by r.deleted_at desc, r.id desc limit ${query.limit + 1}`.execute(
    db,
  );
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from deletion_receipt r where ${where}`.execute(db);
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  return {
    items: kept.map((row) => ({
      id: row.id,
      personId: row.person_id,
      reason: row.reason,
      counts: row.counts,
      consentId: row.consent_id,
      requestId: row.request_id,
      deletedBy: named(row.deleted_by, row.deleted_by_name),
      deletedAt: row.deleted_at.toISOString(),
    })),
    nextCursor:
      rows.length > query.limit && last
        ? writeCursor(mark, { key: last.place, id: last.id })
        : null,
    total: counted[0]?.n ?? 0,
  };
};
