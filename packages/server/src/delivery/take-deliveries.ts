import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "../import/chunk-work.ts";
import { placeAccounts } from "../import/place-accounts.ts";
import { upsertRecords } from "../import/upsert-records.ts";

const columns = {
  account_id: "uuid",
  order_external_id: "text",
  promised_on: "date",
  delivered_on: "date",
  is_complete: "boolean",
  is_error_free: "boolean",
};

/** Saves a delivery list; deliveries to unknown customers are refused. */
export const takeDeliveries = async (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  const { placed, refused } = await placeAccounts(work, rows, false);
  const outcome = await upsertRecords(
    work,
    "delivery",
    columns,
    placed.map(({ line, row: { values }, accountId }) => ({
      line,
      row: {
        external_id: String(values.externalId),
        account_id: accountId,
        ...("orderId" in values ? { order_external_id: values.orderId as string | null } : {}),
        ...("promisedOn" in values ? { promised_on: values.promisedOn as string | null } : {}),
        ...("deliveredOn" in values ? { delivered_on: values.deliveredOn as string | null } : {}),
        ...("isComplete" in values ? { is_complete: values.isComplete as boolean | null } : {}),
        ...("isErrorFree" in values ? { is_error_free: values.isErrorFree as boolean | null } : {}),
      },
    })),
  );
  return { ...outcome, refused: [...refused, ...outcome.refused] };
};
