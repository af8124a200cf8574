import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { sql } from "kysely";
import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { workspaceToday } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { changeBatch, lockBatch } from "./import-batch-queries.ts";
import type { ImportScope } from "./import-scope.ts";

/** Marks that the facts of trade changed, and orders the portfolio to be judged anew. */
export const noteTradeChanged = async (
  tx: Tx,
  tenantId: string,
  now: Date,
  requestedBy: string | null,
): Promise<void> => {
  await sql`update tenant set trade_changed_at = ${now} where id = ${tenantId}::uuid`.execute(tx);
  const asOf = await workspaceToday(tx, tenantId, now);
  await queueEvaluation(tx, tenantId, { trigger: "import", asOf, requestedBy });
};

/** Closes a batch: status, audit row, evaluation ordered; all or nothing. */
export const finishCommit = async (
  tx: Tx,
  { tenantId, batchId, actorUserId }: ImportScope,
  kind: ImportKind,
  rows: number,
  now: Date,
): Promise<void> => {
  const batch = await lockBatch(tx, tenantId, batchId);
  if (batch?.status !== "committing") return;
  await changeBatch(tx, tenantId, batchId, {
    status: "committed",
    committed_at: now,
    rows_total: rows,
    rows_checked: rows,
    failure: null,
  });
  const author = {
    tenantId,
    actor: actorUserId === null ? null : { userId: actorUserId },
    requestId: null,
  };
  await recordAudit(
    tx,
    author,
    "import.committed",
    { kind: "import", id: batchId },
    {
      kind,
      fileName: batch.file_name,
      rows,
      rejected: batch.rows_rejected,
      created: batch.records_created,
      updated: batch.records_updated,
    },
  );
  if (kind !== "contact" && kind !== "product" && kind !== "fact")
    await noteTradeChanged(tx, tenantId, now, actorUserId);
};
