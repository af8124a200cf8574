import { parse } from "csv-parse/sync";
import { FileRefusal } from "./file-refusal.ts";
import type { TableDelimiter } from "./guess-delimiter.ts";
import type { RowBatch, TableLimits } from "./row-batch.ts";

/** Cuts decoded text into rows piece by piece; an unfinished record waits for the next piece. */
export type RowCutter = { push: (text: string) => RowBatch; end: () => RowBatch };

const countOf = (text: string, sought: string): number => {
  let count = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
    count += 1;
  return count;
};

/** Where the last whole record ends (after its newline), and whether what follows has an open quote. */
const lastRecordEnd = (text: string, delimiter: string): { end: number; open: boolean } => {
  let end = 0;
  let fieldStart = true;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      const close = text.indexOf('"', at);
      if (close < 0) return { end, open: true };
      at = close;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
    } else if (character === '"' && fieldStart) {
      quoted = true;
      fieldStart = false;
    } else if (character === "\n") {
      end = at + 1;
      fieldStart = true;
    } else fieldStart = character === delimiter;
  }
  return { end, open: quoted };
};

const cutLine = (line: string, delimiter: TableDelimiter): string[] =>
  delimiter === "blank" ? line.trim().split(/\s+/) : line.split(delimiter);

/**
 * Rows of delimited text. Pieces without a quote sign are split directly; pieces with quotes go to csv-parse
 * (a property test holds both equal). Blank lines are dropped but counted. Refuses over-long lines, too many
 * columns and quotes that never close, naming the line where they begin.
 */
export const delimitedRows = (delimiter: TableDelimiter, limits: TableLimits): RowCutter => {
  let rest = "";
  let line = 1;

  const checkColumns = (row: string[], at: number): void => {
    if (row.length > limits.maxColumns)
      throw new FileRefusal("too_many_columns", at, String(row.length));
  };

  const refuseLongRecord = (text: string, open: boolean): never => {
    if (open) throw new FileRefusal("unclosed_quote", line);
    const columns = delimiter === "blank" ? 0 : countOf(text, delimiter) + 1;
    if (columns > limits.maxColumns)
      throw new FileRefusal("too_many_columns", line, String(columns));
    throw new FileRefusal("line_too_long", line, String(text.length));
  };

  const splitPlain = (text: string, batch: RowBatch): void => {
    for (let from = 0; from < text.length; ) {
      const newline = text.indexOf("\n", from);
      const to = newline < 0 ? text.length : newline;
      const end = to > from && text.charCodeAt(to - 1) === 13 ? to - 1 : to;
      if (end - from > limits.maxLineLength) refuseLongRecord(text.slice(from, end), false);
      if (end > from) {
        const row = cutLine(text.slice(from, end), delimiter);
        if (row.length > 1 || row[0] !== "") {
          checkColumns(row, line);
          batch.rows.push(row);
          batch.lines.push(line);
        }
      }
      line += 1;
      from = to + 1;
    }
  };

  const parseQuoted = (text: string, batch: RowBatch): void => {
    let records: { record: string[]; info: { lines: number } }[];
    try {
      records = parse(text, {
        delimiter,
        info: true,
        relax_quotes: true,
        relax_column_count: true,
        record_delimiter: ["\r\n", "\n"],
        max_record_size: limits.maxLineLength,
      }) as unknown as typeof records;
    } catch (error) {
      const at = line + Math.max(0, Number((error as { lines?: number }).lines ?? 1) - 1);
      throw new FileRefusal("quote_malformed", at, (error as { code?: string }).code ?? null);
    }
    let start = line;
    for (const { record, info } of records) {
      if (record.length > 1 || record[0] !== "") {
        checkColumns(record, start);
        batch.rows.push(record);
        batch.lines.push(start);
      }
      start = line + info.lines;
    }
    line += countOf(text, "\n");
  };

  const take = (text: string, batch: RowBatch): void => {
    if (delimiter === "blank" || !text.includes('"')) splitPlain(text, batch);
    else parseQuoted(text, batch);
  };

  return {
    push: (piece) => {
      const text = rest === "" ? piece : rest + piece;
      const quoted = delimiter !== "blank" && text.includes('"');
      const { end, open } = quoted
        ? lastRecordEnd(text, delimiter)
        : { end: text.lastIndexOf("\n") + 1, open: false };
      const batch: RowBatch = { rows: [], lines: [] };
      take(text.slice(0, end), batch);
      rest = text.slice(end);
      if (rest.length > limits.maxLineLength) refuseLongRecord(rest, open);
      return batch;
    },
    end: () => {
      const batch: RowBatch = { rows: [], lines: [] };
      if (delimiter !== "blank" && rest.includes('"') && lastRecordEnd(rest, delimiter).open) {
        throw new FileRefusal("unclosed_quote", line);
      }
      take(rest, batch);
      rest = "";
      return batch;
    },
  };
};
