import type { ImportBatch } from "./import-batch-queries.ts";
import type { ImportSource } from "./import-source.ts";
import { openImportFile, type ReadingChoice } from "./read-import-file.ts";

/** Records of a file as cells, with the line each begins on. */
export interface FileChunk {
  readonly rows: string[][];
  readonly lines: number[];
}

/** Bounds of a chunk: one transaction, and what is held in memory at once. */
export const chunkRows = 10_000;
const chunkCharacters = 1_800_000;

const charactersOf = (row: readonly string[]): number =>
  row.reduce((sum, cell) => sum + cell.length + 16, 0);

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Streams the records of an uploaded file in chunks, beginning after the header and after `skip` records. The same
 * file gives the same records in the same order, which is what a checkpoint counts.
 */
export async function* fileChunks(
  source: ImportSource,
  reading: ImportBatch["reading"],
  skip: number,
  rowsAtMost = chunkRows,
): AsyncGenerator<FileChunk> {
  const choice = reading as ReadingChoice;
  let toSkip = (choice.headerRow ?? 0) + skip;
  const table = await openImportFile(source, choice);
  let chunk: FileChunk = { rows: [], lines: [] };
  let characters = 0;
  for await (const batch of table.batches) {
    await breathe();
    if (toSkip >= batch.rows.length) {
      toSkip -= batch.rows.length;
      continue;
    }
    for (let i = toSkip; i < batch.rows.length; i++) {
      const row = batch.rows[i] ?? [];
      chunk.rows.push(row);
      chunk.lines.push(batch.lines[i] ?? 0);
      characters += charactersOf(row);
      if (chunk.rows.length < rowsAtMost && characters < chunkCharacters) continue;
      yield chunk;
      chunk = { rows: [], lines: [] };
      characters = 0;
    }
    toSkip = 0;
  }
  if (chunk.rows.length > 0) yield chunk;
}
