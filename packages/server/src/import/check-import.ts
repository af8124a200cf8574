import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { fileChunks } from "./file-chunks.ts";
import { giveMemoryBack } from "./give-memory-back.ts";
import { changeBatch, findBatch, type ImportBatch, lockBatch } from "./import-batch-queries.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import { lockTenantImports } from "./import-scope.ts";
import { linkRows } from "./link-rows.ts";
import { readAhead } from "./read-ahead.ts";
import { bulkCounter } from "../fact/bulk-warning.ts";
import { sourceOf } from "./import-source.ts";
import { refuseFile } from "./read-import-file.ts";
import { dropRejections, keepRejections } from "./rejection-queries.ts";
import { chunkReader, type ReadyChunk, takeChunk } from "./take-chunk.ts";
import { watchFile } from "./watch-file.ts";

/**
 * The dry run: every row is read by the rules of its kind, and what only shows across rows or against the records on
 * file is looked for as well. Nothing but the report is saved; a second run begins anew.
 */
export const checkImport = async (context: JobContext, importId: string): Promise<void> => {
  const { tenantId } = context;
  const batch = await context.read((db) => findBatch(db, tenantId, importId));
  if (batch?.status !== "checking") return;
  try {
    await checkRows(context, batch);
  } catch (error) {
    if (error instanceof BatchMoved) return;
    const refusal = refuseFile(error);
    if (!(refusal instanceof AppError)) throw error;
    await whileChecking(context, importId, (tx) =>
      changeBatch(tx, tenantId, importId, {
        status: "uploaded",
        failure: { code: refusal.code, params: refusal.params },
      }),
    );
  }
};

const checkRows = async (context: JobContext, batch: ImportBatch): Promise<void> => {
  const { tenantId } = context;
  const plan = await context.read((db) => planImport(db, tenantId, batch, context.clock.now()));
  const read = chunkReader(plan);
  const watch = watchFile(plan);
  let [checked, rejected, skipped, created, updated] = [0, 0, 0, 0, 0];
  await whileChecking(context, batch.id, async (tx) => {
    await dropRejections(tx, tenantId, batch.id);
    await changeBatch(tx, tenantId, batch.id, {
      rows_checked: 0,
      rows_rejected: 0,
      rows_skipped: 0,
      rows_total: null,
      failure: null,
    });
  });
  const bulk = bulkCounter(batch.kind);
  const source = sourceOf(context, batch);
  for await (const chunk of readAhead(fileChunks(source, batch.reading, 0))) {
    const ready = await read(chunk);
    bulk.add(ready);
    const trial = await rehearse(context, batch, plan, ready);
    const refused = onePerLine([...ready.read.refused, ...watch(ready), ...trial.refused]);
    checked += chunk.rows.length;
    skipped += ready.read.skipped.length;
    created += trial.created;
    updated += trial.updated;
    const kept = rejected;
    rejected += refused.length;
    const counts = { rows_checked: checked, rows_rejected: rejected, rows_skipped: skipped };
    await whileChecking(context, batch.id, async (tx) => {
      await keepRejections(tx, tenantId, batch, refused, kept, chunk);
      await changeBatch(tx, tenantId, batch.id, counts);
    });
    giveMemoryBack();
    if (context.abort.aborted) throw new Error("The process is stopping; the check begins anew.");
  }
  await whileChecking(context, batch.id, async (tx) =>
    changeBatch(tx, tenantId, batch.id, {
      status: "checked",
      rows_total: checked,
      records_created: created,
      records_updated: updated,
      failure: null,
      bulk_warning: await bulk.warning(tx, tenantId),
      bulk_acknowledged_by: null,
      bulk_acknowledged_at: null,
    }),
  );
};

/** Somebody has gone on with the batch meanwhile; an older dry run must not pull it back. */
class BatchMoved extends Error {
  override name = "BatchMoved";
}

/** Writes to the batch only while it is still being checked; holds it until the transaction ends. */
const whileChecking = (
  context: JobContext,
  importId: string,
  work: (tx: Tx) => Promise<void>,
): Promise<void> =>
  context.write(async (tx) => {
    const now = await lockBatch(tx, context.tenantId, importId);
    if (now?.status !== "checking") throw new BatchMoved();
    await work(tx);
  });

const onePerLine = (refused: readonly RefusedRow[]): RefusedRow[] => {
  const byLine = new Map<number, RefusedRow>();
  for (const row of refused) if (!byLine.has(row.line)) byLine.set(row.line, row);
  return [...byLine.values()];
};

interface Trial {
  readonly refused: RefusedRow[];
  readonly created: number;
  readonly updated: number;
}

const nothingTried: Trial = { refused: [], created: 0, updated: 0 };

/** Carries the outcome of a trial out of the transaction that must not be kept. */
class TrialOver extends Error {
  constructor(readonly trial: Trial) {
    super("trial over");
  }
}

/** Saves the chunk for real and takes it back: what the records on file would refuse shows now. */
const rehearse = async (
  context: JobContext,
  batch: ImportBatch,
  plan: ImportPlan,
  chunk: ReadyChunk,
): Promise<Trial> => {
  if (chunk.kind === "order") return nothingTried;
  const { tenantId } = context;
  try {
    await context.write(
      async (tx) => {
        await lockTenantImports(tx, tenantId);
        const work = {
          ...plan,
          tx,
          isTrial: true,
          keyRing: context.keyRing,
          kind: batch.kind,
          scope: { tenantId, batchId: batch.id, actorUserId: batch.created_by },
        };
        const outcome = await takeChunk(work, chunk);
        const linked = await linkRows(work, chunk.read.rows);
        throw new TrialOver({ ...outcome, refused: [...outcome.refused, ...linked.refused] });
      },
      { statementTimeoutMs: 0 },
    );
    return nothingTried;
  } catch (error) {
    if (error instanceof TrialOver) return error.trial;
    throw error;
  }
};
