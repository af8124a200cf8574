import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** Rates as decimal text without trailing zeros. */
const rate = sql<string>`trim_scale(rate)::text`.as("rate");

export const listExchangeRates = (db: Db, tenantId: TenantId) =>
  db
    .selectFrom("exchange_rate")
    .select(["currency", "from_on", rate])
    .where("tenant_id", "=", tenantId)
    .orderBy("currency")
    .orderBy("from_on", "desc")
    .limit(10_000)
    .execute();

export const saveExchangeRate = (
  tx: Tx,
  tenantId: TenantId,
  value: { currency: string; fromOn: string; rate: string },
) =>
  tx
    .insertInto("exchange_rate")
    .values({
      tenant_id: tenantId,
      currency: value.currency,
      from_on: value.fromOn,
      rate: value.rate,
    })
    .onConflict((conflict) =>
      conflict.columns(["tenant_id", "currency", "from_on"]).doUpdateSet({ rate: value.rate }),
    )
    .returning(["currency", "from_on", rate])
    .executeTakeFirstOrThrow();

export const deleteExchangeRate = async (
  tx: Tx,
  tenantId: TenantId,
  currency: string,
  fromOn: string,
): Promise<boolean> => {
  const result = await tx
    .deleteFrom("exchange_rate")
    .where("tenant_id", "=", tenantId)
    .where("currency", "=", currency)
    .where("from_on", "=", fromOn)
    .executeTakeFirst();
  return Number(result.numDeletedRows) > 0;
};
