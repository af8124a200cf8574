/** Everything that makes a table file unreadable as a whole; the words live in phrases under `cli.file.*`. */
export const fileRefusalCodes = [
  "not_found",
  "empty",
  "binary",
  "old_excel",
  "encrypted",
  "pdf",
  "encoding_unknown",
  "encoding_broken",
  "line_too_long",
  "too_many_columns",
  "unclosed_quote",
  "quote_malformed",
  "archive_broken",
  "archive_bomb",
  "workbook_broken",
  "too_many_cells",
  "sheet_missing",
] as const;
export type FileRefusalCode = (typeof fileRefusalCodes)[number];

/** A file that cannot be read: what is wrong, and on which line (from 1) where that is known. */
export class FileRefusal extends Error {
  override readonly name = "FileRefusal";
  constructor(
    readonly code: FileRefusalCode,
    readonly line: number | null = null,
    readonly detail: string | null = null,
  ) {
    super(
      `${code}${line === null ? "" : ` (line ${line})`}${detail === null ? "" : `: ${detail}`}`,
    );
  }
}
