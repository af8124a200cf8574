import { rm } from "node:fs/promises";
import { AppError } from "../platform/http/app-error.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import type { KeyRing } from "../platform/secrets/key-ring.ts";
import type { JobContext } from "../platform/jobs/job-registry.ts";
import { fileChunks, type FileChunk } from "./file-chunks.ts";
import { finishCommit } from "./finish-commit.ts";
import { giveMemoryBack } from "./give-memory-back.ts";
import { changeBatch, findBatch, type ImportBatch, lockBatch } from "./import-batch-queries.ts";
import { type ImportPlan, planImport } from "./import-plan.ts";
import { type ImportScope, lockTenantImports } from "./import-scope.ts";
import { linkRows } from "./link-rows.ts";
import { readAhead } from "./read-ahead.ts";
import { type ImportSource, sourceOf } from "./import-source.ts";
import { refuseFile } from "./read-import-file.ts";
import { keepRejections } from "./rejection-queries.ts";
import { settleBatch } from "./settle-batch.ts";
import { chunkReader, type ReadyChunk, takeChunk } from "./take-chunk.ts";

/** After so many failures in a row a person decides; what was done is kept and can go on. */
const mostAttempts = 5;
const noLimit = { statementTimeoutMs: 0 };

/** Another worker has gone on with this batch; this one has nothing left to do. */
class BatchMoved extends Error {
  override name = "BatchMoved";
}

/**
 * Takes the good rows of a checked file over. Each chunk and the count of rows done are one transaction, so a process
 * killed at any moment goes on at the next row when the job runs again: nothing twice, nothing lost. Afterwards
 * parents are linked, returns netted and rollups rebuilt; all of that may safely run again.
 */
export const commitImport = async (context: JobContext, importId: string): Promise<void> => {
  const batch = await context.read((db) => findBatch(db, context.tenantId, importId));
  if (batch?.status !== "committing") return;
  try {
    await commitRows(context, batch);
  } catch (error) {
    if (error instanceof BatchMoved) return;
    const refusal = refuseFile(error);
    if (!(refusal instanceof AppError) && (context.attempt < mostAttempts || context.abort.aborted))
      throw error;
    const failure =
      refusal instanceof AppError
        ? { code: refusal.code, params: refusal.params }
        : { code: "server.failed", params: {} };
    context.log.error({ err: error, importId }, "import failed");
    await context.write(async (tx) => {
      const now = await lockBatch(tx, context.tenantId, importId);
      if (now?.status !== "committing") return;
      await changeBatch(tx, context.tenantId, importId, { status: "failed", failure });
    });
  }
};

const commitRows = async (context: JobContext, batch: ImportBatch): Promise<void> => {
  const { tenantId } = context;
  const plan = await context.read((db) => planImport(db, tenantId, batch, context.clock.now()));
  const scope: ImportScope = { tenantId, batchId: batch.id, actorUserId: batch.created_by };
  const read = chunkReader(plan);
  const source = sourceOf(context, batch);
  const { keyRing } = context;
  let done = batch.rows_done;
  for await (const chunk of readAhead(fileChunks(source, batch.reading, done))) {
    const ready = await read(chunk);
    await context.write(
      (tx) => commitChunk(tx, scope, { ...plan, keyRing }, batch, done, chunk, ready),
      noLimit,
    );
    done += chunk.rows.length;
    giveMemoryBack();
    if (context.abort.aborted)
      throw new Error("The process is stopping; the import goes on later.");
  }
  const { parent, reportsTo, buyingRole } = plan.reading.columns;
  if ([parent, reportsTo, buyingRole].some((column) => column !== undefined))
    await linkAll(context, scope, plan, batch, source);
  await settleBatch(context, scope);
  await context.write(
    (tx) => finishCommit(tx, scope, batch.kind, done, context.clock.now()),
    noLimit,
  );
  // What the file said stands in the dossiers now; a second copy has no purpose.
  if (batch.kind === "fact") await rm(source.path, { force: true });
};

const commitChunk = async (
  tx: Tx,
  scope: ImportScope,
  plan: ImportPlan & { readonly keyRing: KeyRing },
  batch: ImportBatch,
  done: number,
  chunk: FileChunk,
  ready: ReadyChunk,
): Promise<void> => {
  await lockTenantImports(tx, scope.tenantId);
  const now = await lockBatch(tx, scope.tenantId, batch.id);
  if (now?.status !== "committing" || now.rows_done !== done) throw new BatchMoved();
  const outcome = await takeChunk({ ...plan, tx, scope, kind: batch.kind }, ready);
  const refused = [...ready.read.refused, ...outcome.refused];
  await keepRejections(tx, scope.tenantId, batch, refused, now.rows_rejected, chunk);
  await changeBatch(tx, scope.tenantId, batch.id, {
    rows_done: done + chunk.rows.length,
    rows_rejected: now.rows_rejected + refused.length,
    rows_skipped: now.rows_skipped + ready.read.skipped.length,
    records_created: now.records_created + outcome.created,
    records_updated: now.records_updated + outcome.updated,
  });
};

/** Second walk over a customer or contact list: parents and superiors may stand below those they are above. */
const linkAll = async (
  context: JobContext,
  scope: ImportScope,
  plan: ImportPlan,
  batch: ImportBatch,
  source: ImportSource,
): Promise<void> => {
  const read = chunkReader(plan);
  for await (const chunk of fileChunks(source, batch.reading, 0)) {
    const ready = await read(chunk);
    if (ready.kind !== "record") return;
    await context.write(async (tx) => {
      await lockTenantImports(tx, scope.tenantId);
      const now = await lockBatch(tx, scope.tenantId, batch.id);
      if (now?.status !== "committing") throw new BatchMoved();
      const { refused } = await linkRows(
        { ...plan, tx, scope, kind: batch.kind, keyRing: context.keyRing },
        ready.read.rows,
      );
      const added = await keepRejections(
        tx,
        scope.tenantId,
        batch,
        refused,
        now.rows_rejected,
        chunk,
      );
      await changeBatch(tx, scope.tenantId, batch.id, { rows_rejected: now.rows_rejected + added });
    }, noLimit);
  }
};
