/** Rows of a table file as text cells, with the line (delimited) or row number (workbook) of each, from 1. */
export type RowBatch = { rows: string[][]; lines: number[] };

/** Bounds that keep a hostile file from taking the process with it. */
export type TableLimits = {
  maxLineLength: number;
  maxColumns: number;
  /** Unpacked bytes of a workbook or compressed file, and how many times its packed size that may be. */
  maxUnpackedBytes: number;
  maxUnpackRatio: number;
  maxCells: number;
};

export const defaultTableLimits: TableLimits = {
  maxLineLength: 1_000_000,
  maxColumns: 2_000,
  maxUnpackedBytes: 4_000_000_000,
  maxUnpackRatio: 200,
  maxCells: 50_000_000,
};
