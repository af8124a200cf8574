/** Everything that makes a table file unreadable as a whole; the words live in phrases under `cli.file.*`. */
export type FileProblem =
  | "not_found"
  | "empty"
  | "binary"
  | "old_excel"
  | "encrypted"
  | "pdf"
  | "encoding_unknown"
  | "encoding_broken"
  | "line_too_long"
  | "too_many_columns"
  | "unclosed_quote"
  | "quote_malformed"
  | "archive_broken"
  | "archive_bomb"
  | "workbook_broken"
  | "too_many_cells"
  | "sheet_missing";
