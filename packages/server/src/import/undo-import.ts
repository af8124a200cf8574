import { sql } from "kysely";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { endFacts } from "../fact/end-facts.ts";
import { type AuditAuthor, recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { noteTradeChanged } from "./finish-commit.ts";
import { changeBatch, findBatch, type ImportBatch, lockBatch } from "./import-batch-queries.ts";
import { lockTenantImports } from "./import-scope.ts";
import { forgetRoles } from "./link-contacts.ts";
import { undoSomeRows } from "./restore-rows.ts";
import type { ImportedTable } from "./save-before.ts";
import { undoSomeOrders } from "./undo-orders.ts";

const noLimit = { statementTimeoutMs: 0 };

/** Children before what they hang on. Products that an order file merely mentioned stay in the product list. */
const tablesOf = (batch: ImportBatch): ImportedTable[] => {
  const tables: ImportedTable[] = ["delivery", "payment", "invoice", "position", "person"];
  return batch.kind === "product" ? ["product"] : [...tables, "account"];
};

const authorOf = (batch: ImportBatch, tenantId: TenantId): AuditAuthor => ({
  tenantId,
  actor: batch.created_by === null ? null : { userId: batch.created_by },
  requestId: null,
});

/**
 * Takes back what a batch brought: created records go, changed ones become what they were, rollups follow. Works in
 * small transactions and goes on after a crash. Whether anything depends on the batch was asked when undo was requested.
 */
export const undoImport = async (context: JobContext, importId: string): Promise<void> => {
  const { tenantId } = context;
  const batch = await context.read((db) => findBatch(db, tenantId, importId));
  if (batch?.status !== "undoing") return;
  const locked = async (work: (tx: Tx) => Promise<number>): Promise<number> => {
    if (context.abort.aborted) throw new Error("The process is stopping; undoing goes on later.");
    return context.write(async (tx) => {
      await lockTenantImports(tx, tenantId);
      return work(tx);
    }, noLimit);
  };
  if (batch.kind === "fact") {
    await locked(async (tx) => {
      await endFacts(tx, authorOf(batch, tenantId), {
        facts: sql<boolean>`f.batch_id = ${importId}::uuid`,
        photos: null,
        reason: "purpose_done",
      });
      return 0;
    });
  }
  while ((await locked((tx) => undoSomeOrders(tx, tenantId, importId))) > 0);
  await locked(async (tx) => {
    await sql`update account set parent_id = null where tenant_id = ${tenantId}::uuid and batch_id = ${importId}::uuid
      and parent_id is not null and created_at >= ${batch.created_at}`.execute(tx);
    return 0;
  });
  if (batch.kind === "contact")
    await locked(async (tx) => {
      await forgetRoles(tx, tenantId, importId);
      return 0;
    });
  for (const table of tablesOf(batch)) {
    while ((await locked((tx) => undoSomeRows(tx, tenantId, importId, table))) > 0);
  }
  await locked(async (tx) => {
    const now = context.clock.now();
    if ((await lockBatch(tx, tenantId, importId))?.status !== "undoing") return 0;
    await changeBatch(tx, tenantId, importId, { status: "undone", undone_at: now, failure: null });
    await recordAudit(
      tx,
      authorOf(batch, tenantId),
      "import.undone",
      { kind: "import", id: importId },
      { kind: batch.kind, fileName: batch.file_name },
    );
    if (batch.kind !== "fact") await noteTradeChanged(tx, tenantId, now, batch.created_by);
    return 0;
  });
};
