import type { ImportKind } from "@mainstay/domain/import/import-kind";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import { sql } from "kysely";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import type { FileChunk } from "./file-chunks.ts";

/** So many refused rows are kept word for word; the count stays exact beyond. */
export const mostKeptRejections = 100_000;
const keptCells = 60;
const keptCharacters = 200;

/**
 * Keeps refused rows with what stood in them, as far as there is room; answers how many were new. Of files about people
 * only the line and the reason are kept, never what stood there.
 */
export const keepRejections = async (
  tx: Tx,
  tenantId: string,
  batch: { readonly id: string; readonly kind: ImportKind },
  refused: readonly RefusedRow[],
  keptBefore: number,
  chunk: FileChunk,
): Promise<number> => {
  const room = mostKeptRejections - keptBefore;
  if (room <= 0 || refused.length === 0) return 0;
  const isOfPeople = batch.kind === "fact";
  const places = new Map(chunk.lines.map((line, i) => [line, i]));
  const kept = [...new Map(refused.map((row) => [row.line, row])).values()].slice(0, room);
  return copyInto(
    tx,
    "import_rejection",
    ["tenant_id", "batch_id", "line", "code", "params", "cells"],
    kept.map(({ line, code, params }) => {
      const cells = isOfPeople ? [] : (chunk.rows[places.get(line) ?? -1] ?? []);
      const { text: _, ...bare } = params;
      const shown = cells
        .slice(0, keptCells)
        .map((cell) => cell.slice(0, keptCharacters).replaceAll("\u0000", ""));
      return [
        tenantId,
        batch.id,
        line,
        code,
        JSON.stringify(isOfPeople ? bare : params).replaceAll("\\u0000", ""),
        JSON.stringify(shown),
      ];
    }),
    "on conflict do nothing",
  );
};

export const dropRejections = (tx: Tx, tenantId: string, batchId: string): Promise<unknown> =>
  sql`delete from import_rejection where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid`.execute(
    tx,
  );

export interface Rejection {
  line: number;
  code: RefusedRow["code"];
  params: Record<string, string | number>;
  cells: string[];
}

/** Refused rows after a line, in file order. */
export const listRejections = async (
  db: Db,
  tenantId: string,
  batchId: string,
  afterLine: number,
  limit: number,
): Promise<Rejection[]> => {
  const { rows } = await sql<Rejection>`
    select line, code, params, cells from import_rejection
    where tenant_id = ${tenantId}::uuid and batch_id = ${batchId}::uuid and line > ${afterLine}
    order by line limit ${limit}`.execute(db);
  return rows;
};
