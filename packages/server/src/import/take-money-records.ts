import type { CellRefusal } from "@mainstay/domain/import/read-cell";
import type { ReadRecord } from "@mainstay/domain/import/read-record";
import {
  type ChunkOutcome,
  type ChunkWork,
  mostMinor,
  type PlacedRow,
  refusedAt,
} from "./chunk-work.ts";
import { type PlacedRecord, placeAccounts } from "./place-accounts.ts";
import { type RecordColumns, upsertRecords } from "./upsert-records.ts";

/** How a kind of record with an amount becomes the columns of its table. */
export interface MoneyRecordShape {
  readonly table: "invoice" | "payment";
  readonly columns: Readonly<Record<string, string>>;
  /** The field with the day whose rate holds. */
  readonly dayField: string;
  readonly toColumns: (record: PlacedRecord, amounts: AmountColumns) => RecordColumns | CellRefusal;
}

export interface AmountColumns {
  readonly account_id: string;
  readonly currency: string;
  readonly amount_minor: number;
  readonly base_amount_minor: number;
}

export const amountColumnTypes = {
  account_id: "uuid",
  currency: "text",
  amount_minor: "bigint",
  base_amount_minor: "bigint",
};

const amountsOf = (
  work: ChunkWork,
  { row, accountId }: PlacedRecord,
  dayField: string,
): AmountColumns | CellRefusal => {
  const amount = Number(row.values.amount);
  const on = String(row.values[dayField]);
  const base = work.toBase(amount, row.currency, on);
  if (base === null) return { refused: "rate_missing", params: { currency: row.currency, on } };
  if (Math.abs(amount) > mostMinor || Math.abs(base) > mostMinor) {
    return { refused: "absurd_amount", params: { field: "amount", text: String(amount / 100) } };
  }
  return {
    account_id: accountId,
    currency: row.currency,
    amount_minor: amount,
    base_amount_minor: base,
  };
};

/** Saves invoices or payments: account found (opened for an invoice), amount converted at its day's rate. */
export const takeMoneyRecords = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
  shape: MoneyRecordShape,
  create: boolean,
): Promise<ChunkOutcome> => {
  const { placed, refused } = await placeAccounts(work, rows, create);
  const records: PlacedRow<RecordColumns>[] = [];
  for (const record of placed) {
    const amounts = amountsOf(work, record, shape.dayField);
    const columns = "refused" in amounts ? amounts : shape.toColumns(record, amounts);
    if ("refused" in columns) refused.push(refusedAt(record.line, columns as CellRefusal));
    else records.push({ line: record.line, row: columns as RecordColumns });
  }
  const outcome = await upsertRecords(work, shape.table, shape.columns, records);
  return { ...outcome, refused: [...refused, ...outcome.refused] };
};
