import { sql } from "kysely";
import { sumsOfPortfolio } from "../account/portfolio-sums.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** What the workspace holds: from the kept sums once it was judged, before that counted up to where only "many" matters. */
export const readHoldings = async (db: Db, context: Context) => {
  const tenant = sql`${context.tenantId}::uuid`;
  const seesAll = context.actor.visibility === "all";
  const groups = seesAll ? await sumsOfPortfolio(db, context.tenantId, {}) : [];
  const days = groups.reduce((sum, group) => sum + group.order_days, 0);
  const counted = (table: "account" | "order_day") =>
    sql`(select count(*) from (select 1 from ${sql.table(table)} where tenant_id = ${tenant} limit 100001) many)`;
  const { rows } = await sql<{
    accounts: number | null;
    days: number | null;
    last: string | null;
    as_of: string | null;
    proposals: number;
  }>`
    select
      ${seesAll ? sql`null::bigint` : counted("account")} as accounts,
      ${days > 0 ? sql`null::bigint` : counted("order_day")} as days,
      coalesce((select last_order_on from account_standing where tenant_id = ${tenant}
        order by coalesce(last_order_on, '0001-01-01'::date) desc, account_id desc limit 1),
        ${days > 0 ? sql`null` : sql`(select max(on_date) from order_day where tenant_id = ${tenant} and orders > 0)`}) as last,
      (select as_of from evaluation_run where tenant_id = ${tenant} and status = 'done'
        order by queued_at desc limit 1) as as_of,
      (select count(*) from segment_move where tenant_id = ${tenant} and status = 'proposed') as proposals`.execute(
    db,
  );
  const row = rows[0];
  return {
    accounts: row?.accounts ?? groups.reduce((sum, group) => sum + group.accounts, 0),
    orderDays: row?.days ?? days,
    lastOrderOn: row?.last ?? null,
    asOf: row?.as_of ?? null,
    proposals: row?.proposals ?? 0,
  };
};
