import type { ReadRecord } from "@mainstay/domain/import/read-record";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "../import/chunk-work.ts";
import { upsertRecords } from "../import/upsert-records.ts";

const columns = { name: "text", category: "text", unit: "text" };

/** Saves a product list; a product without a name goes by its number. */
export const takeProducts = (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> =>
  upsertRecords(
    work,
    "product",
    columns,
    rows.map(({ line, row: { values } }) => ({
      line,
      row: {
        external_id: String(values.externalId),
        name: String(values.name ?? values.externalId),
        ...("category" in values ? { category: values.category as string | null } : {}),
        ...("unit" in values ? { unit: values.unit as string | null } : {}),
      },
    })),
  );
