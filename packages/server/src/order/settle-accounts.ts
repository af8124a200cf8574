import { sql } from "kysely";
import type { Tx } from "../platform/db/database-handles.ts";

/**
 * Brings everything that follows from an account's orders up to date (analytics.md § 3): an order with a negative
 * total, or a cancelled one (`C…`) without a positive, is a return; a return is booked on the day of the order it
 * refers to, else of the newest order up to its day, else on its own; the rollup by booked day is rebuilt. Reads only
 * the stored orders, so running it again changes nothing, whatever the order in which files came.
 */
export const settleAccounts = async (
  tx: Tx,
  tenantId: string,
  accountIds: readonly string[],
): Promise<void> => {
  if (accountIds.length === 0) return;
  const ids = sql`any(${[...accountIds]}::uuid[])`;
  await sql`
    update sales_order set kind = 'return'
    where tenant_id = ${tenantId}::uuid and account_id = ${ids} and kind = 'order' and (net_minor < 0
      or (net_minor = 0 and external_id ~* '^C[-_ ]?.*[0-9]'))`.execute(tx);
  // Said twice instead of joined: a join of the table with itself is planned badly while statistics are old.
  const bookedOn = sql`coalesce(
    (select o.ordered_on from sales_order o where o.tenant_id = ${tenantId}::uuid and o.kind = 'order'
      and o.external_id = coalesce(c.refers_to, substring(c.external_id from '^[Cc][-_ ]?(.*[0-9].*)$')) and o.account_id = c.account_id),
    (select o.ordered_on from sales_order o where o.tenant_id = ${tenantId}::uuid and o.kind = 'order'
      and o.account_id = c.account_id and o.ordered_on <= c.ordered_on order by o.ordered_on desc, o.id limit 1),
    c.ordered_on)`;
  await sql`
    update sales_order c set booked_on = ${bookedOn}
    where c.tenant_id = ${tenantId}::uuid and c.account_id = ${ids} and c.kind = 'return' and c.booked_on <> ${bookedOn}`.execute(
    tx,
  );
  await sql`delete from order_day where tenant_id = ${tenantId}::uuid and account_id = ${ids}`.execute(
    tx,
  );
  await sql`
    insert into order_day (tenant_id, account_id, on_date, orders, base_net_minor, base_cost_minor)
    select tenant_id, account_id, booked_on, count(*) filter (where kind = 'order'), sum(base_net_minor),
      case when count(base_cost_minor) filter (where kind = 'order') = count(*) filter (where kind = 'order') then sum(base_cost_minor) end
    from sales_order where tenant_id = ${tenantId}::uuid and account_id = ${ids}
    group by tenant_id, account_id, booked_on`.execute(tx);
};
