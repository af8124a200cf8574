import { minorDecimals } from "@mainstay/domain/money/currency";
import { type RawBuilder, sql } from "kysely";
import { lockTenantImports } from "../import/import-scope.ts";
import { settleAccounts } from "../order/settle-accounts.ts";
import type { Db, Tx } from "../platform/db/database-handles.ts";

/** Accounts with trade in the currency, in the order of their ids, after the one named. */
export const listAccountsTradingIn = async (
  db: Db,
  tenantId: string,
  currency: string,
  after: string,
  limit: number,
): Promise<string[]> => {
  const trading = (table: "sales_order" | "invoice" | "payment") => sql`
    select distinct account_id from ${sql.table(table)} where tenant_id = ${tenantId}::uuid and currency = ${currency}
      and account_id > ${after}::uuid`;
  const { rows } = await sql<{ account_id: string }>`
    select account_id from (${trading("sales_order")} union ${trading("invoice")} union ${trading("payment")}) trading
    order by account_id limit ${limit}`.execute(db);
  return rows.map((row) => row.account_id);
};

/**
 * Restates what the accounts' trade in a currency is worth in the base currency, each fact at the newest rate on or before
 * its own day, half away from zero; a fact no rate covers any more keeps its worth. Rebuilds the rollups. Running it
 * again changes nothing.
 */
export const revalueAccounts = async (
  tx: Tx,
  tenantId: string,
  baseCurrency: string,
  currency: string,
  accountIds: readonly string[],
): Promise<void> => {
  await lockTenantImports(tx, tenantId);
  const shift = minorDecimals(baseCurrency) - minorDecimals(currency);
  const worth = (minor: string, on: string): RawBuilder<unknown> => sql`
    round(${sql.ref(minor)} * (select rate from exchange_rate r where r.tenant_id = ${tenantId}::uuid and r.currency = ${currency}
      and r.from_on <= ${sql.ref(on)} order by r.from_on desc limit 1) * ${10 ** shift}::numeric)::bigint`;
  const mine = (alias: string) => sql`
    ${sql.ref(`${alias}.tenant_id`)} = ${tenantId}::uuid and ${sql.ref(`${alias}.account_id`)} = any(${[...accountIds]}::uuid[])`;
  await sql`
    update sales_order o set base_net_minor = coalesce(${worth("o.net_minor", "o.ordered_on")}, o.base_net_minor),
      base_cost_minor = coalesce(${worth("o.cost_minor", "o.ordered_on")}, o.base_cost_minor)
    where ${mine("o")} and o.currency = ${currency}`.execute(tx);
  await sql`
    update order_line l set base_net_minor = coalesce(${worth("l.net_minor", "l.ordered_on")}, l.base_net_minor)
    from sales_order o where ${mine("l")} and o.tenant_id = l.tenant_id and o.id = l.order_id and o.currency = ${currency}`.execute(
    tx,
  );
  await sql`
    update invoice i set base_amount_minor = coalesce(${worth("i.amount_minor", "i.issued_on")}, i.base_amount_minor)
    where ${mine("i")} and i.currency = ${currency}`.execute(tx);
  await sql`
    update payment p set base_amount_minor = coalesce(${worth("p.amount_minor", "p.paid_on")}, p.base_amount_minor)
    where ${mine("p")} and p.currency = ${currency}`.execute(tx);
  await settleAccounts(tx, tenantId, accountIds);
};
