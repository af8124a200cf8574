import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { textReader } from "./decode-text.ts";
import { delimitedRows } from "./delimited-rows.ts";
import { FileRefusal } from "./file-refusal.ts";
import { guessDelimiter, type TableDelimiter } from "./guess-delimiter.ts";
import type { TableEncoding } from "./guess-encoding.ts";
import { defaultTableLimits, type RowBatch, type TableLimits } from "./row-batch.ts";
import { unpackGzip } from "./unpack-gzip.ts";

export type OpenTableOptions = {
  encoding?: TableEncoding;
  delimiter?: TableDelimiter;
  /** Sheet of a workbook by name; the first one otherwise. */
  sheet?: string;
  limits?: Partial<TableLimits>;
};

/** How the file was read; for text it becomes certain once foreign characters have been met. */
export type TableFormat =
  | { kind: "text"; encoding: TableEncoding | null; delimiter: TableDelimiter; packed: boolean }
  | { kind: "workbook" };

/** A table file opened for one pass. */
export type OpenTable = { format: () => TableFormat; batches: AsyncGenerator<RowBatch> };

const startsWith = (bytes: Buffer, ...signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

async function* withFirst(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const collect = async (pieces: AsyncIterable<Buffer>, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > limit) throw new FileRefusal("archive_bomb", null, `${size}`);
    parts.push(piece);
  }
  return Buffer.concat(parts);
};

const largestWorkbook = 300_000_000;

const openText = (
  bytes: AsyncIterable<Buffer>,
  options: OpenTableOptions,
  limits: TableLimits,
  packed: boolean,
): OpenTable => {
  const reader = textReader(options.encoding);
  let delimiter = options.delimiter ?? null;
  async function* batches(): AsyncGenerator<RowBatch> {
    let rows: ReturnType<typeof delimitedRows> | null = null;
    let head = "";
    let tail = "";
    const take = (text: string, last: boolean): RowBatch | null => {
      // Lone carriage returns are line ends of old programs; a cut "\r\n" waits for its second half.
      let piece = tail + text;
      tail = !last && piece.endsWith("\r") ? "\r" : "";
      if (tail !== "") piece = piece.slice(0, -1);
      if (piece.includes("\r") && /\r(?!\n)/.test(piece)) piece = piece.replace(/\r(?!\n)/g, "\n");
      if (rows === null) {
        head += piece;
        if (!last && head.length < 65_536) return null;
        delimiter ??= guessDelimiter(head.slice(0, 65_536));
        rows = delimitedRows(delimiter, limits);
        piece = head;
        head = "";
      }
      return rows.push(piece);
    };
    for await (const piece of bytes) {
      const batch = take(reader.push(piece), false);
      if (batch && batch.rows.length > 0) yield batch;
    }
    const last = take(reader.end(), true);
    if (last && last.rows.length > 0) yield last;
    const closing = (rows as ReturnType<typeof delimitedRows> | null)?.end();
    if (closing && closing.rows.length > 0) yield closing;
  }
  return {
    format: () => ({
      kind: "text",
      encoding: reader.encoding(),
      delimiter: delimiter ?? ",",
      packed,
    }),
    batches: batches(),
  };
};

/**
 * Opens any table people send: CSV, TSV, `;` and `|` separated, blank-separated logs, each also as .gz, and
 * .xlsx. The bytes decide, not the file's name. Reads in one pass with bounded memory; throws `FileRefusal`
 * for what is no table (binary, PDF, old Excel, bombs, broken encodings).
 */
export const openTableStream = async (
  source: AsyncIterable<Buffer>,
  options: OpenTableOptions = {},
): Promise<OpenTable> => {
  const limits = { ...defaultTableLimits, ...options.limits };
  const pieces = source[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done || first.value.length === 0) throw new FileRefusal("empty");
  const head = first.value;
  const all = withFirst(head, pieces);
  if (startsWith(head, 0x1f, 0x8b)) return openText(unpackGzip(all, limits), options, limits, true);
  if (startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefusal("old_excel");
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) throw new FileRefusal("pdf");
  if (!startsWith(head, 0x50, 0x4b, 0x03, 0x04)) return openText(all, options, limits, false);
  const { workbookRows } = await import("./workbook-rows.ts");
  const bytes = await collect(all, largestWorkbook);
  return {
    format: () => ({ kind: "workbook" }),
    batches: workbookRows(bytes, limits, options.sheet),
  };
};

/** Opens a table file by its path; `not_found` when there is no such file. */
export const openTable = async (
  path: string,
  options: OpenTableOptions = {},
): Promise<OpenTable> => {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new FileRefusal("not_found", null, path);
  return openTableStream(createReadStream(path, { highWaterMark: 1 << 20 }), options);
};
