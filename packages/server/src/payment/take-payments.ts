import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "../import/chunk-work.ts";
import {
  amountColumnTypes,
  type MoneyRecordShape,
  takeMoneyRecords,
} from "../import/take-money-records.ts";

const shape: MoneyRecordShape = {
  table: "payment",
  columns: { ...amountColumnTypes, invoice_external_id: "text", paid_on: "date" },
  dayField: "paidOn",
  // A payment without a number is known by customer, invoice, day and amount, so that it is not taken twice.
  toColumns: ({ row: { values, currency }, accountId }, amounts) => ({
    external_id: String(
      values.externalId ??
        `auto:${accountId}:${values.invoiceId ?? ""}:${values.paidOn}:${currency}:${values.amount}`,
    ),
    ...amounts,
    paid_on: values.paidOn as string,
    ...("invoiceId" in values ? { invoice_external_id: values.invoiceId as string | null } : {}),
  }),
};

/** Saves a payment list; payments of unknown customers are refused. */
export const takePayments = (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => takeMoneyRecords(work, rows, shape, false);
