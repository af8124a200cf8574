import { type CellRefusal, isBlankCell } from "@mainstay/domain/import/read-cell";
import { type OrderRow, orderRowReader } from "@mainstay/domain/import/read-order-row";
import {
  anonymousRow,
  type ReadRecord,
  recordReader,
  type RowReading,
} from "@mainstay/domain/import/read-record";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import { type PlacedRow, refusedAt } from "./chunk-work.ts";
import type { FileChunk } from "./file-chunks.ts";

/** A chunk after every row was read on its own: what may be taken, what is refused, what is left out. */
export interface ReadChunk<Row> {
  readonly rows: PlacedRow<Row>[];
  readonly refused: RefusedRow[];
  readonly skipped: number[];
}

export type ChunkReader<Row> = (chunk: FileChunk) => Promise<ReadChunk<Row>>;

/** Rows read without a pause; longer would be felt by whoever is using the page. */
const rowsInOneGo = 4_000;

/** A cell too many, mostly a comma nobody quoted: which columns it moved cannot be known. */
const reachesBeyond = (cells: readonly string[], widest: number): boolean => {
  for (let i = widest; i < cells.length; i++) if (!isBlankCell(cells[i] ?? "")) return true;
  return false;
};

const reads =
  <Row extends object>(
    { widest }: RowReading,
    read: (cells: readonly string[]) => Row | CellRefusal | typeof anonymousRow,
  ): ChunkReader<Row> =>
  async (chunk) => {
    const result: ReadChunk<Row> = { rows: [], refused: [], skipped: [] };
    for (let i = 0; i < chunk.rows.length; i++) {
      if (i % rowsInOneGo === rowsInOneGo - 1)
        await new Promise<void>((resolve) => setImmediate(resolve));
      const line = chunk.lines[i] ?? 0;
      const cells = chunk.rows[i] ?? [];
      if (widest !== undefined && reachesBeyond(cells, widest)) {
        result.refused.push(refusedAt(line, { refused: "row_malformed", params: {} }));
        continue;
      }
      const row = read(cells);
      if (row === anonymousRow) result.skipped.push(line);
      else if ("refused" in row) result.refused.push(refusedAt(line, row as CellRefusal));
      else result.rows.push({ line, row: row as Row });
    }
    return result;
  };

/** Reads the rows of an order file. */
export const orderChunkReader = (reading: RowReading): ChunkReader<OrderRow> =>
  reads(reading, orderRowReader(reading));

/** Reads the rows of any other file. */
export const recordChunkReader = (reading: RowReading): ChunkReader<ReadRecord> =>
  reads(reading, recordReader(reading));
