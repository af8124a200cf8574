import type { OrderRow } from "@mainstay/domain/import/read-order-row";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { takeOrderLines } from "../order/take-order-lines.ts";
import type { ChunkOutcome, ChunkWork } from "./chunk-work.ts";
import type { FileChunk } from "./file-chunks.ts";
import type { ImportPlan } from "./import-plan.ts";
import { orderChunkReader, type ReadChunk, recordChunkReader } from "./read-chunk.ts";
import { takeRecords } from "./take-records.ts";

/** A chunk read row by row, waiting for its transaction. */
export type ReadyChunk =
  | { readonly kind: "order"; readonly read: ReadChunk<OrderRow> }
  | { readonly kind: "record"; readonly read: ReadChunk<ReadRecord> };

/** Prepares the reading of every chunk of a batch. */
export const chunkReader = (plan: ImportPlan): ((chunk: FileChunk) => Promise<ReadyChunk>) => {
  if (plan.reading.kind === "order") {
    const read = orderChunkReader(plan.reading);
    return async (chunk) => ({ kind: "order", read: await read(chunk) });
  }
  const read = recordChunkReader(plan.reading);
  return async (chunk) => ({ kind: "record", read: await read(chunk) });
};

/** Saves what a chunk brings, in the open transaction. */
export const takeChunk = (work: ChunkWork, chunk: ReadyChunk): Promise<ChunkOutcome> =>
  chunk.kind === "order"
    ? takeOrderLines(work, chunk.read.rows)
    : takeRecords(work, chunk.read.rows);
