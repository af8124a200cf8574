import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "../import/chunk-work.ts";
import {
  amountColumnTypes,
  type MoneyRecordShape,
  takeMoneyRecords,
} from "../import/take-money-records.ts";

const shape: MoneyRecordShape = {
  table: "invoice",
  columns: {
    ...amountColumnTypes,
    order_external_id: "text",
    issued_on: "date",
    due_on: "date",
    paid_on: "date",
    is_disputed: "boolean",
  },
  dayField: "issuedOn",
  toColumns: ({ row: { values } }, amounts) => ({
    external_id: String(values.externalId),
    ...amounts,
    issued_on: values.issuedOn as string,
    ...("orderId" in values ? { order_external_id: values.orderId as string | null } : {}),
    ...("dueOn" in values ? { due_on: values.dueOn as string | null } : {}),
    ...("paidOn" in values ? { paid_on: values.paidOn as string | null } : {}),
    ...("isDisputed" in values ? { is_disputed: values.isDisputed === true } : {}),
  }),
};

/** Saves an invoice list; customers not yet known get an account. */
export const takeInvoices = (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => takeMoneyRecords(work, rows, shape, true);
