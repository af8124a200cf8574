import type { UserRole } from "@mainstay/domain/user/user-role";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { isWorkingSignal } from "../signal/signal-queries.ts";

interface Asked {
  readonly tenantId: string;
  readonly today: string;
  readonly now: Date;
}

export interface ColleagueRow {
  id: string;
  name: string;
  role: UserRole;
  department: string | null;
  key_accounts: number;
  signals: number;
  urgent: number;
  at_stake: number;
  overdue: number;
  due: number;
  handovers: number;
  handovers_overdue: number;
  approvals_overdue: number;
  away_until: string | null;
  delegate_id: string | null;
  delegate_name: string | null;
}

/** A customer the company lives on (domain `isKeyAccount`). */
const isKey = sql`(s.segment = 'core' or s.grade in ('strategic', 'key'))`;

/** Active colleagues with what each carries on the accounts in sight. */
export const listColleagueLoads = async (
  db: Db,
  { tenantId, today, now }: Asked,
): Promise<ColleagueRow[]> => {
  const { rows } = await sql<ColleagueRow>`
    with key_account as (
      select a.manager_user_id as user_id, count(*) as n from account a
      join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
      where a.tenant_id = ${tenantId}::uuid and ${isKey} and a.manager_user_id is not null group by 1),
    signals as (
      select g.owner_user_id as user_id, count(*) as n, count(*) filter (where g.severity = 'critical') as urgent,
        sum(g.money_at_stake_minor)::bigint as at_stake
      from signal g where g.tenant_id = ${tenantId}::uuid and ${isWorkingSignal(today)} and g.owner_user_id is not null group by 1),
    dated as (
      select owner_user_id as user_id, count(*) filter (where due_on < ${today}::date) as overdue,
        count(*) filter (where due_on between ${today}::date and ${today}::date + 7) as due
      from (
        select owner_user_id, due_on from obligation where tenant_id = ${tenantId}::uuid and status = 'open'
        union all
        select owner_user_id, due_on from task where tenant_id = ${tenantId}::uuid and status = 'open' and due_on is not null) every
      where due_on <= ${today}::date + 7 and owner_user_id is not null group by 1),
    running as (
      select coalesce(to_user_id, owner_user_id) as user_id, count(*) as n,
        count(*) filter (where status = 'open' and (overdue_at is not null or due_at < ${now}::timestamptz)) as overdue
      from handover where tenant_id = ${tenantId}::uuid and status in ('open', 'accepted') group by 1),
    waiting as (
      select approver_user_id as user_id, count(*) as n from approval
      where tenant_id = ${tenantId}::uuid and status = 'pending' and due_on < ${today}::date and approver_user_id is not null
      group by 1)
    select u.id, u.name, u.role, d.name as department, coalesce(key_account.n, 0) as key_accounts,
      coalesce(signals.n, 0) as signals, coalesce(signals.urgent, 0) as urgent, coalesce(signals.at_stake, 0) as at_stake,
      coalesce(dated.overdue, 0) as overdue, coalesce(dated.due, 0) as due, coalesce(running.n, 0) as handovers,
      coalesce(running.overdue, 0) as handovers_overdue, coalesce(waiting.n, 0) as approvals_overdue,
      away.to_on as away_until, away.delegate_user_id as delegate_id, deputy.name as delegate_name
    from app_user u
    left join department d on d.tenant_id = u.tenant_id and d.id = u.department_id
    left join key_account on key_account.user_id = u.id
    left join signals on signals.user_id = u.id
    left join dated on dated.user_id = u.id
    left join running on running.user_id = u.id
    left join waiting on waiting.user_id = u.id
    left join lateral (
      select b.to_on, b.delegate_user_id from absence b
      where b.tenant_id = u.tenant_id and b.user_id = u.id and ${today}::date between b.from_on and b.to_on
      order by b.to_on desc limit 1) away on true
    left join app_user deputy on deputy.tenant_id = u.tenant_id and deputy.id = away.delegate_user_id
    where u.tenant_id = ${tenantId}::uuid and u.is_active
    order by u.name, u.id`.execute(db);
  return rows;
};

export interface UnownedRow {
  kind: "account" | "signal" | "obligation" | "task" | "handover";
  id: string;
  account_id: string | null;
  account_name: string | null;
  title: string | null;
  code: string | null;
  due_on: string | null;
  money: number;
  gone_id: string | null;
  gone_name: string | null;
  version: number;
  n: number;
}

/**
 * What nobody answers for: no owner named, or one who is no colleague any more; of each sort the dearest ten, each with how many
 * of its sort there are.
 */
export const listUnowned = async (db: Db, { tenantId, today }: Asked): Promise<UnownedRow[]> => {
  const tenant = sql`${tenantId}::uuid`;
  const gone = (owner: string) => sql`
    left join app_user gone on gone.tenant_id = ${tenant} and gone.id = ${sql.ref(owner)} and not gone.is_active`;
  const nobody = (owner: string) => sql`(${sql.ref(owner)} is null or gone.id is not null)`;
  const account = (alias: string) => sql`
    left join account a on a.tenant_id = ${tenant} and a.id = ${sql.ref(`${alias}.account_id`)}
    left join account_standing s on s.tenant_id = ${tenant} and s.account_id = a.id`;
  const { rows } = await sql<UnownedRow>`
    (select 'account' as kind, a.id, a.id as account_id, a.name as account_name, null as title, null as code, null::date as due_on,
      s.revenue_12m_minor as money, gone.id as gone_id, gone.name as gone_name,
      a.version, count(*) over () as n
    from account a join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id ${gone("a.manager_user_id")}
    where a.tenant_id = ${tenant} and ${isKey} and ${nobody("a.manager_user_id")}
    order by money desc limit 10)
    union all
    (select 'signal', g.id, g.account_id, a.name, null, g.kind, null::date, g.money_at_stake_minor, gone.id, gone.name, g.version,
      count(*) over ()
    from signal g ${account("g")} ${gone("g.owner_user_id")}
    where g.tenant_id = ${tenant} and ${isWorkingSignal(today)} and ${nobody("g.owner_user_id")}
    order by g.money_at_stake_minor desc limit 10)
    union all
    (select 'obligation', b.id, b.account_id, a.name, null, b.kind, b.due_on, s.revenue_12m_minor, gone.id, gone.name,
      b.version, count(*) over ()
    from obligation b ${account("b")} ${gone("b.owner_user_id")}
    where b.tenant_id = ${tenant} and b.status = 'open' and b.due_on <= ${today}::date + 14 and ${nobody("b.owner_user_id")}
    order by s.revenue_12m_minor desc nulls last limit 10)
    union all
    (select 'task', k.id, k.account_id, a.name, k.title, null, k.due_on, coalesce(s.revenue_12m_minor, 0), gone.id, gone.name,
      k.version, count(*) over ()
    from task k ${account("k")} ${gone("k.owner_user_id")}
    where k.tenant_id = ${tenant} and k.status = 'open' and ${nobody("k.owner_user_id")}
    order by k.due_on nulls last limit 10)
    union all
    (select 'handover', h.id, h.account_id, a.name, null, h.side, null::date, s.revenue_12m_minor, gone.id, gone.name, h.version,
      count(*) over ()
    from handover h ${account("h")}
    left join app_user gone on gone.tenant_id = ${tenant} and gone.id = coalesce(h.to_user_id, h.owner_user_id) and not gone.is_active
    where h.tenant_id = ${tenant} and h.status in ('open', 'accepted')
      and (coalesce(h.to_user_id, h.owner_user_id) is null or gone.id is not null)
    order by h.due_at limit 10)`.execute(db);
  return rows;
};
