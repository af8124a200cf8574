import type { AccountPage } from "@mainstay/contract/account-page";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { sql } from "kysely";
import { type AccountRowRecord, accountRowColumns, toAccountRow } from "../account/account-row.ts";
import type { StandingDetail } from "../evaluation/standing-columns.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";

export interface StandingExtras {
  as_of: string | null;
  model_version: string | null;
  clv_low_minor: number | null;
  clv_mid_minor: number | null;
  clv_high_minor: number | null;
  detail: Partial<StandingDetail>;
}

/** The account's row as lists show it, with what only its page shows. */
export const getStanding = async (db: Db, tenantId: string, accountId: string) => {
  const { rows } = await sql<AccountRowRecord & StandingExtras>`
    select ${accountRowColumns}, s.as_of, s.model_version, s.clv_low_minor, s.clv_high_minor, s.detail
    from account_standing s
    join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
    where s.tenant_id = ${tenantId}::uuid and s.account_id = ${accountId}::uuid`.execute(db);
  const record = rows[0];
  if (!record) throw new AppError("account.not_found");
  return { row: toAccountRow(record), extras: record as StandingExtras };
};

const mostDots = 3_000;

/** Order-days of the strip, oldest first; the newest ones when there are more than can be drawn. */
export const listRhythmDots = async (db: Db, tenantId: string, accountId: string) => {
  const { rows } = await sql<AccountPage["rhythm"]["dots"][number]>`
    select on_date as "on", base_net_minor as "netMinor", orders from order_day
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and orders > 0
    order by on_date desc limit ${mostDots + 1}`.execute(db);
  return { dots: rows.slice(0, mostDots).reverse(), shortened: rows.length > mostDots };
};

/** Net and cost of the last 36 calendar months with trade; cost is null where any order-day of the month has none. */
export const listMonths = async (db: Db, tenantId: string, accountId: string, today: string) => {
  const { rows } = await sql<AccountPage["months"][number]>`
    select to_char(m, 'YYYY-MM') as month, coalesce(sum(d.base_net_minor), 0)::bigint as "netMinor",
      case when count(d.on_date) filter (where d.orders > 0 and d.base_cost_minor is null) = 0 and count(d.base_cost_minor) > 0
        then sum(d.base_cost_minor)::bigint end as "costMinor"
    from generate_series(date_trunc('month', ${today}::date) - interval '35 months', date_trunc('month', ${today}::date), interval '1 month') m
    left join order_day d on d.tenant_id = ${tenantId}::uuid and d.account_id = ${accountId}::uuid
      and d.on_date >= m and d.on_date < m + interval '1 month'
    group by m order by m`.execute(db);
  return rows;
};

/** Judgements that changed, newest first. */
export const listHistory = async (db: Db, tenantId: string, accountId: string) => {
  const { rows } = await sql<AccountPage["history"][number]>`
    select as_of as "asOf", segment, grade, level, p_lost as "pLost", revenue_12m_minor as "revenue12mMinor"
    from account_evaluation where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
    order by as_of desc limit 60`.execute(db);
  return rows;
};

/** Everything that happened, newest first, from the tables that know it; days are those of the workspace. */
export const listTimeline = async (
  db: Db,
  tenantId: string,
  accountId: string,
  timeZone: string,
) => {
  const dayOf = (instant: string) => sql`(${sql.ref(instant)} at time zone ${timeZone})::date`;
  const own = sql`tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`;
  const { rows } = await sql<Omit<AccountPage["timeline"][number], "at"> & { at: Date | null }>`
    select * from (
      (select id::text, case kind when 'return' then 'return' else 'order' end as kind, ordered_on as "on", null::timestamptz as at,
        null::text as who, base_net_minor as "amountMinor", null::jsonb as reason, external_id as text
        from sales_order where ${own} order by ordered_on desc limit 40)
      union all
      (select i.id::text, 'interaction', i.occurred_on, i.logged_at, u.name, null, null, i.summary
        from interaction i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.logged_by
        where i.tenant_id = ${tenantId}::uuid and i.account_id = ${accountId}::uuid order by i.occurred_on desc limit 40)
      union all
      (select id::text || '.raised', 'signal_raised', first_seen_on, null, null, money_at_stake_minor, reason, null
        from signal where ${own} order by first_seen_on desc limit 20)
      union all
      (select g.id::text || '.resolved', 'signal_resolved', ${dayOf("g.resolved_at")}, g.resolved_at, u.name, null,
        jsonb_build_object('code', 'outcome.' || g.outcome, 'params', '{}'::jsonb), g.outcome_note
        from signal g left join app_user u on u.tenant_id = g.tenant_id and u.id = g.resolved_by
        where g.tenant_id = ${tenantId}::uuid and g.account_id = ${accountId}::uuid and g.status = 'resolved'
        order by g.resolved_at desc limit 20)
      union all
      (select k.id::text, 'task_done', ${dayOf("k.done_at")}, k.done_at, u.name, null, null, k.title
        from task k left join app_user u on u.tenant_id = k.tenant_id and u.id = k.owner_user_id
        where k.tenant_id = ${tenantId}::uuid and k.account_id = ${accountId}::uuid and k.status = 'done'
        order by k.done_at desc limit 20)
      union all
      (select v.id::text, 'segment_move', ${dayOf("v.decided_at")}, v.decided_at, u.name, null,
        jsonb_build_object('code', 'segment_move.published', 'params', jsonb_build_object('from', v.from_segment, 'to', v.to_segment)), v.note
        from segment_move v left join app_user u on u.tenant_id = v.tenant_id and u.id = v.decided_by
        where v.tenant_id = ${tenantId}::uuid and v.account_id = ${accountId}::uuid and v.status = 'published'
        order by v.decided_at desc limit 20)
    ) happened order by "on" desc, at desc nulls last, id limit 100`.execute(db);
  return rows.map((row) => ({ ...row, at: row.at?.toISOString() ?? null }));
};

/** The group an account belongs to: the chain above it and, below it, every account with the sums of all. */
export const findGroup = async (db: Db, tenantId: string, accountId: string) => {
  const { rows: above } = await sql<{ id: string; name: string }>`
    with recursive up as (
      select id, name, parent_id, 0 as depth from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid
      union all
      select a.id, a.name, a.parent_id, up.depth + 1 from account a join up on a.id = up.parent_id
      where a.tenant_id = ${tenantId}::uuid and up.depth < 50)
    select id, name from up where depth > 0 order by depth desc`.execute(db);
  const { rows: below } = await sql<{
    id: string;
    name: string;
    depth: number;
    level: RiskLevel;
    revenue: number;
    at_risk: number;
  }>`
    with recursive down as (
      select id, name, 0 as depth from account where tenant_id = ${tenantId}::uuid and id = ${accountId}::uuid
      union all
      select a.id, a.name, down.depth + 1 from account a join down on a.parent_id = down.id
      where a.tenant_id = ${tenantId}::uuid and down.depth < 50)
    select down.id, down.name, down.depth, s.level, s.revenue_12m_minor as revenue, s.value_at_risk_minor as at_risk
    from down join account_standing s on s.tenant_id = ${tenantId}::uuid and s.account_id = down.id
    order by down.depth, s.revenue_12m_minor desc`.execute(db);
  const children = below.filter(({ depth }) => depth > 0);
  const sum = (of: "revenue" | "at_risk") => below.reduce((total, row) => total + row[of], 0);
  return {
    ancestors: above,
    group:
      children.length === 0
        ? null
        : {
            accounts: below.length,
            revenue12mMinor: sum("revenue"),
            valueAtRiskMinor: sum("at_risk"),
            children: children.slice(0, 200).map(({ id, name, depth, level, revenue }) => ({
              id,
              name,
              depth,
              level,
              revenue12mMinor: revenue,
            })),
          },
  };
};
