import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderRow } from "@mainstay/domain/import/read-order-row";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { RefusedRow } from "@mainstay/domain/import/row-refusal";
import { mostMinor, type PlacedRow, refusedAt } from "./chunk-work.ts";
import type { ImportPlan } from "./import-plan.ts";
import { createSeenKeys, hashNote } from "./seen-keys.ts";
import type { ReadyChunk } from "./take-chunk.ts";

/** Finds, across all chunks of a dry run, what no single row shows: disagreement, repetition, a missing rate. */
export const watchFile = (plan: ImportPlan): ((chunk: ReadyChunk) => RefusedRow[]) => {
  const seen = createSeenKeys();
  const missingRate = (currency: string, on: string): boolean =>
    plan.toBase(0, currency, on) === null;
  const watchOrder = ({ line, row }: PlacedRow<OrderRow>): RefusedRow | null => {
    const on = isoFromDayNumber(row.day);
    if (row.currency !== plan.baseCurrency && missingRate(row.currency, on)) {
      return refusedAt(line, { refused: "rate_missing", params: { currency: row.currency, on } });
    }
    if (Math.abs(row.minor) > mostMinor) {
      return refusedAt(line, {
        refused: "absurd_amount",
        params: { field: "amount", text: String(row.minor / 100) },
      });
    }
    if (row.orderId === null) return null;
    const owner = hashNote(`${row.account}|${row.currency}`);
    const first = seen.note(row.orderId, owner);
    if (first === null || first === owner) return null;
    return refusedAt(line, {
      refused: "order_disagrees",
      params: { text: row.orderId.slice(0, 60) },
    });
  };
  const watchRecord = ({ line, row }: PlacedRow<ReadRecord>): RefusedRow | null => {
    const number = row.values.externalId;
    if (typeof number !== "string" || plan.reading.kind === "contact") return null;
    if (seen.note(number, 1) === null) return null;
    return refusedAt(line, { refused: "duplicate_in_file", params: { text: number.slice(0, 60) } });
  };
  return (chunk) => {
    const found =
      chunk.kind === "order" ? chunk.read.rows.map(watchOrder) : chunk.read.rows.map(watchRecord);
    return found.filter((refusal) => refusal !== null);
  };
};
