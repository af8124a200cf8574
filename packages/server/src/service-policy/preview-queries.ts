import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import { gradesAlwaysOwed, segmentsAlwaysOwed } from "@mainstay/domain/obligation/under-policy";
import type { DutyKind, PolicySeat } from "@mainstay/domain/service-policy/service-terms";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** A segment and grade with the obligations of a year under the old and the new lines, and the seats only the new ones demand. */
export interface Combination {
  readonly segment: Segment | "none";
  readonly grade: Grade;
  readonly before: Readonly<Record<DutyKind, number>>;
  readonly after: Readonly<Record<DutyKind, number>>;
  readonly newSeats: readonly PolicySeat[];
}

type Person = { id: string; name: string } | null;

/** Accounts under the policy that share a place in it and the people who answer for them. */
export interface PlacedGroup {
  readonly segment: Segment | "none";
  readonly grade: Grade;
  readonly keeper: Person;
  readonly executive: Person;
  readonly accounts: number;
}

/** Accounts in sight that are under the policy, with the active people in their seats; the domain's `isUnderPolicy` in SQL. */
const underPolicy = (tenantId: string) => sql`
  account a
  left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
  left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
  left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
  left join app_user x on x.tenant_id = a.tenant_id and x.id = a.sponsor_user_id and x.is_active
  where a.tenant_id = ${tenantId}::uuid and (a.manager_user_id is not null
    or s.segment = any(${[...segmentsAlwaysOwed]}::text[]) or s.grade = any(${[...gradesAlwaysOwed]}::text[]))`;

const person = (id: string | null, name: string | null): Person =>
  id !== null && name !== null ? { id, name } : null;

/** How many accounts stand where, by who answers for them. */
export const countPlacedAccounts = async (db: Db, tenantId: string): Promise<PlacedGroup[]> => {
  const { rows } = await sql<{
    segment: Segment | "none";
    grade: Grade;
    keeper_id: string | null;
    keeper_name: string | null;
    executive_id: string | null;
    executive_name: string | null;
    accounts: number;
  }>`
    select coalesce(s.segment, 'none') as segment, coalesce(s.grade, 'none') as grade, coalesce(m.id, b.id) as keeper_id,
      coalesce(m.name, b.name) as keeper_name, coalesce(x.id, m.id, b.id) as executive_id,
      coalesce(x.name, m.name, b.name) as executive_name, count(*) as accounts
    from ${underPolicy(tenantId)} group by 1, 2, 3, 4, 5, 6`.execute(db);
  return rows.map((row) => ({
    segment: row.segment,
    grade: row.grade,
    keeper: person(row.keeper_id, row.keeper_name),
    executive: person(row.executive_id, row.executive_name),
    accounts: row.accounts,
  }));
};

const mostExamples = 10;

/** Accounts that would lack a seat the new lines demand and the old ones did not; the largest by name. */
export const listNewlyMissingSeats = async (
  db: Db,
  tenantId: string,
  combinations: readonly Combination[],
) => {
  const demanding = combinations
    .filter(({ newSeats }) => newSeats.length > 0)
    .map(({ segment, grade, newSeats }) => ({ segment, grade, seats: newSeats }));
  if (demanding.length === 0) return { accounts: 0, examples: [] };
  const { rows } = await sql<{ id: string; name: string; seats: PolicySeat[]; n: number }>`
    with new_seat as (select * from jsonb_to_recordset(${JSON.stringify(demanding)}::jsonb) as d (segment text, grade text, seats text[])),
    placed as (
      select a.id, a.name, coalesce(s.segment, 'none') as segment, coalesce(s.grade, 'none') as grade, s.revenue_12m_minor,
        array_remove(array[case when m.id is null then 'manager' end, case when b.id is null then 'backup' end,
          case when x.id is null then 'sponsor' end], null) as empty
      from ${underPolicy(tenantId)})
    select p.id, p.name, array(select unnest(p.empty) intersect select unnest(d.seats)) as seats, count(*) over () as n
    from placed p join new_seat d on d.segment = p.segment and d.grade = p.grade
    where p.empty && d.seats order by p.revenue_12m_minor desc nulls last, p.id limit ${sql.lit(mostExamples)}`.execute(
    db,
  );
  return {
    accounts: rows[0]?.n ?? 0,
    examples: rows.map(({ id, name, seats }) => ({ accountId: id, name, seats })),
  };
};

/** The largest accounts whose obligations change. */
export const listChangedAccounts = async (
  db: Db,
  tenantId: string,
  changing: readonly (Combination & { readonly sums: readonly [number, number] })[],
) => {
  if (changing.length === 0) return [];
  const asked = changing.map(({ segment, grade, sums }) => ({
    segment,
    grade,
    before: sums[0],
    after: sums[1],
  }));
  const { rows } = await sql<{
    id: string;
    name: string;
    segment: Segment | null;
    grade: Grade | null;
    before: number;
    after: number;
  }>`
    with change as (select * from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as c (segment text, grade text, before int, after int)),
    placed as (select a.id, a.name, s.segment, s.grade, s.revenue_12m_minor from ${underPolicy(tenantId)})
    select p.id, p.name, p.segment, p.grade, c.before, c.after
    from placed p join change c on c.segment = coalesce(p.segment, 'none') and c.grade = coalesce(p.grade, 'none')
    order by p.revenue_12m_minor desc nulls last, p.id limit ${sql.lit(mostExamples)}`.execute(db);
  return rows.map(({ id, ...row }) => ({ accountId: id, ...row }));
};
