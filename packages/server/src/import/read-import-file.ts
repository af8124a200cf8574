import type { FileProblem } from "@mainstay/domain/import/file-problem";
import type { ErrorCode } from "@mainstay/contract/error/error-codes";
import type { FileReading } from "@mainstay/contract/import";
import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { findHeaderRow } from "@mainstay/domain/import/map-columns";
import { fieldsOfKind } from "@mainstay/domain/import/fields-of-kind";
import { FileRefusal } from "../platform/files/file-refusal.ts";
import type { OpenTable } from "../platform/files/open-table.ts";
import { AppError } from "../platform/http/app-error.ts";
import { type ImportSource, openSource } from "./import-source.ts";

/** What a person may say about the file before it is read. */
export type ReadingChoice = Partial<Omit<FileReading, "format">>;

/** The file's beginning, understood. */
export interface FilePreview {
  readonly reading: FileReading;
  readonly header: string[];
  readonly sample: string[][];
}

const sampleRows = 30;
const longestCell = 200;
const mostColumns = 2_000;

/** Words that name a column the file itself has no header for. */
const columnLetters = (place: number): string => {
  let name = "";
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

const filledWidth = (row: readonly string[]): number =>
  row.findLastIndex((cell) => cell.trim() !== "") + 1;

/** As wide as the header, unless most rows reach beyond it: then columns without a name belong to the table. */
const widthOf = (rows: string[][], below: string[][], names: readonly string[]): number => {
  const named = filledWidth(names);
  const beyond = below.filter((row) => filledWidth(row) > named).length;
  if (named > 0 && beyond * 2 <= below.length) return named;
  return rows.reduce((most, row) => Math.max(most, row.length), 0);
};

/** Opens the stored file with what was chosen or found before. */
export const openImportFile = (source: ImportSource, choice: ReadingChoice): Promise<OpenTable> =>
  openSource(source, {
    ...(choice.encoding ? { encoding: choice.encoding } : {}),
    ...(choice.delimiter ? { delimiter: choice.delimiter } : {}),
    ...(choice.sheet ? { sheet: choice.sheet } : {}),
  });

const codeOfRefusal: Readonly<Record<FileProblem, ErrorCode>> = {
  not_found: "import.file_unreadable",
  empty: "import.file_empty",
  binary: "import.file_binary",
  old_excel: "import.file_old_excel",
  encrypted: "import.file_encrypted",
  pdf: "import.file_pdf",
  encoding_unknown: "import.encoding_unknown",
  encoding_broken: "import.file_encoding_broken",
  line_too_long: "import.file_line_too_long",
  too_many_columns: "import.file_too_many_columns",
  unclosed_quote: "import.file_quotes",
  quote_malformed: "import.file_quotes",
  archive_broken: "import.file_archive_broken",
  archive_bomb: "import.file_archive_bomb",
  workbook_broken: "import.file_workbook_broken",
  too_many_cells: "import.file_too_many_cells",
  sheet_missing: "import.file_sheet_missing",
};

/** What is wrong with a file as a whole, as a refusal of the interface. */
export const refuseFile = (error: unknown): unknown =>
  error instanceof FileRefusal
    ? new AppError(codeOfRefusal[error.code], {
        line: error.line,
        detail: error.detail?.slice(0, 200) ?? null,
      })
    : error;

/**
 * Reads the first rows of an upload: encoding and delimiter are found (or taken as chosen), the header row is
 * recognised among the first rows. Refuses what is no table with `import.file_unreadable` and the reason.
 */
export const previewImportFile = async (
  source: ImportSource,
  kind: ImportKind,
  choice: ReadingChoice,
): Promise<FilePreview> => {
  try {
    const table = await openImportFile(source, choice);
    const rows: string[][] = [];
    for await (const batch of table.batches) {
      rows.push(...batch.rows.slice(0, sampleRows + 100));
      if (rows.length >= sampleRows + 100) break;
    }
    if (rows.length === 0) throw new AppError("import.file_empty");
    const format = table.format();
    const found = findHeaderRow(rows, fieldsOfKind(kind));
    const headerRow =
      choice.headerRow === undefined ? (found === null ? 1 : found + 1) : choice.headerRow;
    const first = headerRow === null ? 0 : headerRow;
    const names = headerRow === null ? [] : (rows[headerRow - 1] ?? []);
    const width = Math.min(mostColumns, widthOf(rows.slice(0, 60), rows.slice(first, 60), names));
    const cut = (cell: string) => cell.slice(0, longestCell).replaceAll("\u0000", "");
    return {
      reading: {
        format: format.kind === "workbook" ? "xlsx" : "csv",
        encoding: format.kind === "text" ? (choice.encoding ?? format.encoding) : null,
        delimiter: format.kind === "text" ? format.delimiter : null,
        sheet: choice.sheet ?? null,
        headerRow,
      },
      header: Array.from(
        { length: width },
        (_, i) => cut(names[i] ?? "").trim() || columnLetters(i),
      ),
      sample: rows.slice(first, first + sampleRows).map((row) => row.slice(0, width).map(cut)),
    };
  } catch (error) {
    throw refuseFile(error);
  }
};
