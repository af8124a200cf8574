import type { InspectionPopulation } from "@mainstay/domain/inspection/inspection-kind";
import { type RawBuilder, sql } from "kysely";
import { workedByOfCase } from "../case-closing/worked-by.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** What is drawn from: solved cases or logged visits of a period, perhaps of one department or segment. */
export interface DrawnFrom {
  readonly population: InspectionPopulation;
  readonly from: string;
  readonly to: string;
  readonly departmentId: string | null;
  readonly segment: string | null;
}

interface Reader {
  readonly tenantId: string;
  readonly timeZone: string;
}

/** Contacts that count as visits: somebody of ours was there. */
const visitKinds = ["visit", "meeting", "executive_meeting"];

/** Rows (id, account_id, department_id, involved) of everything of the kind, whatever the period. */
const casesOf = sql`
  select c.id, c.account_id, coalesce(c.department_id, h.department_id) as department_id, c.solved_at,
    array_remove(array[c.first_responder_id, c.handler_user_id] || ${workedByOfCase} || c.complained_user_ids, null) as involved
  from service_case c left join app_user h on h.tenant_id = c.tenant_id and h.id = c.handler_user_id`;
const visitsOf = sql`
  select i.id, i.account_id, u.department_id, array_remove(array_append(i.our_user_ids, i.logged_by), null) as involved
  from interaction i left join app_user u on u.tenant_id = i.tenant_id and u.id = i.logged_by`;

const populationOf = ({ tenantId, timeZone }: Reader, wanted: DrawnFrom): RawBuilder<unknown> => {
  const { population, from, to, departmentId, segment } = wanted;
  const ofSegment = segment
    ? sql`and exists (select 1 from account_standing s where s.tenant_id = ${tenantId}::uuid and s.account_id = x.account_id
        and s.segment = ${segment})`
    : sql``;
  const ofDepartment = departmentId ? sql`and x.department_id = ${departmentId}::uuid` : sql``;
  const rows =
    population === "solved_case"
      ? sql`${casesOf} where c.tenant_id = ${tenantId}::uuid and c.status in ('solved', 'closed')
          and c.solved_at >= (${from}::date::timestamp at time zone ${timeZone})
          and c.solved_at < ((${to}::date + 1)::timestamp at time zone ${timeZone})`
      : sql`${visitsOf} where i.tenant_id = ${tenantId}::uuid and i.occurred_on between ${from}::date and ${to}::date
          and i.kind = any(${visitKinds}::text[])`;
  return sql`(select x.* from (${rows}) x where true ${ofSegment} ${ofDepartment})`;
};

/** Ids in ascending order and the department of each, one more than `most` when there are more. */
export const listPopulation = async (
  db: Db,
  reader: Reader,
  wanted: DrawnFrom,
  most: number,
): Promise<{ id: string; department_id: string | null }[]> => {
  const { rows } = await sql<{ id: string; department_id: string | null }>`
    select p.id, p.department_id from ${populationOf(reader, wanted)} p order by p.id limit ${most + 1}`.execute(
    db,
  );
  return rows;
};

/** How many, of each department. */
export const countPopulation = async (db: Db, reader: Reader, wanted: DrawnFrom) => {
  const { rows } = await sql<{ department_id: string | null; name: string | null; size: number }>`
    select p.department_id, d.name, count(*)::int as size from ${populationOf(reader, wanted)} p
    left join department d on d.tenant_id = ${reader.tenantId}::uuid and d.id = p.department_id
    group by 1, 2 order by 3 desc, 2 nulls last`.execute(db);
  return rows;
};

export interface DrawnSubject {
  id: string;
  account_id: string;
  department_id: string | null;
  involved: string[];
}

/** What was drawn as it stands now: whose account, whose work, who had a hand in it. Gone since: not among them. */
export const readSubjects = async (
  db: Db,
  tenantId: string,
  population: InspectionPopulation,
  ids: readonly string[],
): Promise<Map<string, DrawnSubject>> => {
  const wanted = sql`= any(${[...ids]}::uuid[])`;
  const { rows } = await sql<DrawnSubject>`
    ${
      population === "solved_case"
        ? sql`${casesOf} where c.tenant_id = ${tenantId}::uuid and c.id ${wanted}`
        : sql`${visitsOf} where i.tenant_id = ${tenantId}::uuid and i.id ${wanted}`
    }`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
};
