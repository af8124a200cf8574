import { sql } from "kysely";
import type { ImportScope } from "../import/import-scope.ts";
import { newId } from "../platform/clock/new-id.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Ids of products by their number; those not known are added under their number. */
export const resolveProducts = async (
  tx: Tx,
  { tenantId, batchId }: ImportScope,
  numbers: readonly string[],
): Promise<Map<string, string>> => {
  const ids = new Map<string, string>();
  if (numbers.length === 0) return ids;
  const { rows } = await sql<{ id: string; external_id: string }>`
    select id, external_id from product where tenant_id = ${tenantId}::uuid and external_id = any(${[...numbers]}::text[])`.execute(
    tx,
  );
  for (const { id, external_id } of rows) ids.set(external_id, id);
  const missing = numbers.filter((number) => !ids.has(number));
  for (const number of missing) ids.set(number, newId());
  await copyInto(
    tx,
    "product",
    ["tenant_id", "id", "external_id", "name", "batch_id"],
    missing.map((number) => [tenantId, ids.get(number), number, number, batchId]),
  );
  return ids;
};
