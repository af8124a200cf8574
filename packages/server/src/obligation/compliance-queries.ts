import type { QueryOf } from "@mainstay/contract/endpoint/endpoint";
import type { obligations } from "@mainstay/contract/obligation";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { type Asker, isCounted, obligationConditions, outcomeOf } from "./obligation-queries.ts";
import { obligationTables } from "./obligation-view.ts";

interface Counts {
  due: number;
  on_time: number;
  late: number;
  missed: number;
  overdue: number;
}

const counts = sql`count(*) as due, count(*) filter (where ${outcomeOf} = 'on_time') as on_time,
  count(*) filter (where ${outcomeOf} = 'late') as late, count(*) filter (where ${outcomeOf} = 'missed') as missed,
  count(*) filter (where ${outcomeOf} = 'overdue') as overdue`;

const toRate = (row: Counts | undefined) => {
  const { due = 0, on_time = 0, late = 0, missed = 0, overdue = 0 } = row ?? {};
  return { due, onTime: on_time, late, missed, overdue, rate: due === 0 ? null : on_time / due };
};

const groupings = {
  manager: { key: sql`o.owner_user_id::text`, name: sql`w.name` },
  department: { key: sql`w.department_id::text`, name: sql`p.name` },
  segment: { key: sql`s.segment`, name: sql`null::text` },
} as const;

type Question = QueryOf<typeof obligations.compliance>;

/**
 * 履约率: of the obligations whose due day lies in the window and has passed, how many were done by it; those dropped with a
 * reason do not count. By who owned them, that person's department, or the account's present segment; the lowest rate first.
 */
export const measureCompliance = async (
  db: Db,
  asker: Asker,
  { by = "manager", from, to, kind }: Question,
) => {
  const conditions = obligationConditions(asker, {
    status: "counted",
    dueFrom: from,
    dueTo: to,
    kind,
  });
  const { key, name } = groupings[by];
  const tables = sql`${obligationTables} left join department p on p.tenant_id = w.tenant_id and p.id = w.department_id`;
  const { rows } = await sql<Counts & { key: string | null; name: string | null }>`
    select ${key} as key, ${name} as name, ${counts} from ${tables} where ${allOf(conditions)}
    group by 1, 2 order by count(*) filter (where ${outcomeOf} = 'on_time')::float8 / count(*), count(*) desc, 2, 1`.execute(
    db,
  );
  const total: Counts = { due: 0, on_time: 0, late: 0, missed: 0, overdue: 0 };
  for (const row of rows)
    for (const name of Object.keys(total) as (keyof Counts)[]) total[name] += row[name];
  return {
    total: toRate(total),
    groups: rows.map((row) => ({ key: row.key, name: row.name, ...toRate(row) })),
  };
};

/** The rate of one account since a day. */
export const rateOfAccount = async (db: Db, asker: Asker, accountId: string, since: string) => {
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`o.tenant_id = ${asker.actor.tenantId}::uuid and o.account_id = ${accountId}::uuid`,
    sql<boolean>`o.due_on >= ${since}::date`,
    isCounted(asker.today),
  ];
  const { rows } = await sql<Counts>`
    select ${counts} from obligation o where ${allOf(conditions)}`.execute(db);
  return toRate(rows[0]);
};

/** What waits, and whose it is: the most overdue first. */
export const countOverdue = async (db: Db, { actor, today }: Asker) => {
  const due = sql`o.due_on < ${today}::date`;
  const { rows } = await sql<{
    owner_user_id: string | null;
    owner_name: string | null;
    overdue: number;
    due_soon: number;
    oldest: string | null;
  }>`
    select o.owner_user_id, w.name as owner_name, count(*) filter (where ${due}) as overdue,
      count(*) filter (where not ${due}) as due_soon,
      min(o.due_on) filter (where ${due}) as oldest
    from obligation o
    join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join app_user w on w.tenant_id = o.tenant_id and w.id = o.owner_user_id
    where o.tenant_id = ${actor.tenantId}::uuid and o.status = 'open' and o.due_on <= ${today}::date + 14
    group by 1, 2 order by overdue desc, due_soon desc, owner_name`.execute(db);
  const { rows: late } = await sql<{ n: number }>`
    select count(distinct o.account_id) as n from obligation o
    join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    where o.tenant_id = ${actor.tenantId}::uuid and o.status = 'open' and ${due}`.execute(db);
  const sum = (read: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + read(row), 0);
  return {
    today,
    overdue: sum(({ overdue }) => overdue),
    overdueAccounts: late[0]?.n ?? 0,
    dueSoon: sum(({ due_soon }) => due_soon),
    unowned: sum(({ owner_user_id, overdue, due_soon }) =>
      owner_user_id === null ? overdue + due_soon : 0,
    ),
    people: rows.map((row) => ({
      user: named(row.owner_user_id, row.owner_name),
      overdue: row.overdue,
      dueSoon: row.due_soon,
      oldestDueOn: row.oldest,
    })),
  };
};
