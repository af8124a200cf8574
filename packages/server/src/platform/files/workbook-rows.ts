import { checkZip } from "./check-zip.ts";
import { FileRefusal } from "./file-refusal.ts";
import type { RowBatch, TableLimits } from "./row-batch.ts";

const rowsPerBatch = 5_000;

const isoOf = (date: Date): string => {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 19).replace("T", " ");
};

/** A cell as the text a person would type; formulas give their stored result, never their source. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : isoOf(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return typeof value === "boolean" ? String(value).toUpperCase() : "";
};

/**
 * Rows of one sheet of an .xlsx workbook (the first unless named), streamed in batches. The archive is
 * checked for bombs first. The library behind it stays inside this file.
 */
export async function* workbookRows(
  bytes: Buffer,
  limits: TableLimits,
  sheet?: string,
): AsyncGenerator<RowBatch> {
  await checkZip(bytes, limits);
  const { streamXlsxRows } = await import("hucre/xlsx");
  let batch: RowBatch = { rows: [], lines: [] };
  let cells = 0;
  try {
    for await (const row of streamXlsxRows(bytes, sheet === undefined ? {} : { sheet })) {
      const at = row.index + 1;
      cells += row.values.length;
      if (row.values.length > limits.maxColumns) {
        throw new FileRefusal("too_many_columns", at, String(row.values.length));
      }
      if (cells > limits.maxCells)
        throw new FileRefusal("too_many_cells", at, String(limits.maxCells));
      const texts = row.values.map(cellText);
      if (texts.every((text) => text === "")) continue;
      batch.rows.push(texts);
      batch.lines.push(at);
      if (batch.rows.length < rowsPerBatch) continue;
      yield batch;
      batch = { rows: [], lines: [] };
    }
  } catch (error) {
    if (error instanceof FileRefusal) throw error;
    const encrypted = (error as Error).name === "EncryptedFileError";
    throw new FileRefusal(
      encrypted ? "encrypted" : "workbook_broken",
      null,
      (error as Error).message,
    );
  }
  if (cells === 0)
    throw new FileRefusal(sheet === undefined ? "empty" : "sheet_missing", null, sheet);
  if (batch.rows.length > 0) yield batch;
}
