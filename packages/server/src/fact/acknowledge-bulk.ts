import type { BulkWarning } from "@mainstay/contract/fact";
import { sql } from "kysely";
import { type BulkCount, isHeldBack, lockBatch } from "../import/import-batch-queries.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

/** Compliance has seen where the rows come from and takes it on itself that the import goes on; the reason is kept. */
export const acknowledgeBulk = (
  context: Context,
  importId: string,
  reason: string,
): Promise<void> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const batch = await lockBatch(tx, tenantId, importId);
    if (!batch) throw new AppError("import.not_found");
    if (batch.status !== "checked" || !isHeldBack(batch))
      throw new AppError("import.not_allowed_now", { status: batch.status });
    await tx
      .updateTable("import_batch")
      .set({ bulk_acknowledged_by: actor.userId, bulk_acknowledged_at: context.now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", importId)
      .execute();
    const subject = { kind: "import", id: importId };
    const { counts, percent } = batch.bulk_warning ?? { counts: {}, percent: 0 };
    await recordAudit(tx, context, "import.bulk_acknowledged", subject, {
      reason,
      counts,
      percent,
    });
  });

/** Imports that wait for compliance, the oldest first. */
export const listBulkWarnings = async (
  db: Db,
  tenantId: string,
): Promise<{ items: BulkWarning[] }> => {
  const { rows } = await sql<{
    id: string;
    file_name: string;
    created_by: string | null;
    created_at: Date;
    bulk_warning: BulkCount;
  }>`select b.id, b.file_name, u.name as created_by, b.created_at, b.bulk_warning
    from import_batch b left join app_user u on u.tenant_id = b.tenant_id and u.id = b.created_by
    where b.tenant_id = ${tenantId}::uuid and b.status = 'checked' and b.bulk_warning is not null
      and b.bulk_acknowledged_at is null
    order by b.created_at, b.id limit 100`.execute(db);
  return {
    items: rows.map((row) => ({
      importId: row.id,
      fileName: row.file_name,
      createdBy: row.created_by,
      createdAt: row.created_at.toISOString(),
      percent: row.bulk_warning.percent,
      counts: row.bulk_warning.counts,
    })),
  };
};
