import type { ImportBatchView } from "@mainstay/contract/import";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { lockBatchFor } from "./demand-import-rights.ts";
import { changeBatch, findBatch } from "./import-batch-queries.ts";
import { presentBatch } from "./import-batch-view.ts";
import { lockTenantImports } from "./import-scope.ts";
import { dropRejections } from "./rejection-queries.ts";
import { rememberMapping } from "./suggest-mapping.ts";
import { findUndoObstacle } from "./undo-obstacle.ts";

const order = (
  tx: Tx,
  task: "check_import" | "commit_import" | "undo_import",
  tenantId: string,
  importId: string,
) =>
  enqueue(
    tx,
    task,
    { tenantId, importId },
    { jobKey: `import:${importId}`, queue: `import:${tenantId}` },
  );

const presentAfter = async (
  tx: Tx,
  context: Context,
  importId: string,
): Promise<ImportBatchView> => {
  const batch = await findBatch(tx, context.tenantId, importId);
  if (!batch) throw new AppError("import.not_found");
  return presentBatch(context.actor, context.workspace.baseCurrency, batch);
};

const noCounts = { rows_checked: 0, rows_rejected: 0, rows_skipped: 0 };

/** Orders the dry run of a mapped file. */
export const requestCheck = (context: Context, importId: string): Promise<ImportBatchView> =>
  context.write(async (tx) => {
    await lockBatchFor(tx, context, importId, "check");
    await changeBatch(tx, context.tenantId, importId, {
      ...noCounts,
      status: "checking",
      rows_total: null,
      failure: null,
    });
    await order(tx, "check_import", context.tenantId, importId);
    return presentAfter(tx, context, importId);
  });

/** Orders the takeover of a checked file, or lets one that failed go on where it stood. */
export const requestCommit = (context: Context, importId: string): Promise<ImportBatchView> =>
  context.write(async (tx) => {
    const known = await findBatch(tx, context.tenantId, importId);
    const isRetry = known?.status === "failed";
    const batch = await lockBatchFor(tx, context, importId, isRetry ? "retry" : "commit");
    const fresh = {
      rows_done: 0,
      rows_rejected: 0,
      rows_skipped: 0,
      records_created: 0,
      records_updated: 0,
    };
    await changeBatch(tx, context.tenantId, importId, {
      ...(isRetry ? {} : fresh),
      status: "committing",
      failure: null,
    });
    if (!isRetry) {
      await dropRejections(tx, context.tenantId, importId);
      await rememberMapping(tx, context.tenantId, batch);
    }
    await recordAudit(
      tx,
      context,
      "import.commit_requested",
      { kind: "import", id: importId },
      { fileName: batch.file_name },
    );
    await order(tx, "commit_import", context.tenantId, importId);
    return presentAfter(tx, context, importId);
  });

/** Orders that a batch be taken back; refused with what depends on it by now. */
export const requestUndo = (context: Context, importId: string): Promise<ImportBatchView> =>
  context.write(async (tx) => {
    await lockTenantImports(tx, context.tenantId);
    await lockBatchFor(tx, context, importId, "undo");
    const obstacle = await findUndoObstacle(tx, context.tenantId, importId);
    if (obstacle !== null) throw new AppError("import.undo_blocked", { obstacle });
    await changeBatch(tx, context.tenantId, importId, { status: "undoing", failure: null });
    await recordAudit(tx, context, "import.undo_requested", { kind: "import", id: importId });
    await order(tx, "undo_import", context.tenantId, importId);
    return presentAfter(tx, context, importId);
  });
