import type { PersonFilter, PersonRow } from "@mainstay/contract/person-list";
import type { Actor } from "@mainstay/domain/access/actor";
import { seesRestrictedPersons } from "@mainstay/domain/fact/fact-class";
import { type RawBuilder, sql } from "kysely";
import { allOf } from "../account/account-filter-sql.ts";
import { createTotals } from "../account/account-totals.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { readCursor, writeCursor } from "../platform/http/page-cursor.ts";
import { personFilterSql } from "./person-filter-sql.ts";

/** Totals of lists of people, remembered for moments. */
export const personTotals = createTotals<PersonFilter>((actor) =>
  actor.visibility === "all"
    ? `all ${seesRestrictedPersons(actor.role, actor.scopes)}`
    : actor.userId,
);

/** Persons at the accounts in the actor's team's hands: what row security comes to, spelt so that its indexes serve. */
const inSight = ({ tenantId, visibility, teamUserIds }: Actor): RawBuilder<boolean>[] => {
  if (visibility === "all") return [];
  const team = sql`any(${[...teamUserIds]}::uuid[])`;
  return [
    sql<boolean>`p.id in (select o.person_id from account seen
      join position o on o.tenant_id = seen.tenant_id and o.account_id = seen.id
      where seen.tenant_id = ${tenantId}::uuid and o.tenant_id = ${tenantId}::uuid
        and (seen.manager_user_id = ${team} or seen.backup_user_id = ${team} or seen.sponsor_user_id = ${team}
          or (seen.expert_user_ids <> '{}' and seen.expert_user_ids && ${[...teamUserIds]}::uuid[])))`,
  ];
};

const jobsOf = (today: string): RawBuilder<unknown> => sql`
  (select coalesce(jsonb_agg(job order by job.ends_on is not null, job.account_name), '[]') from (
    select o.id as position_id, a.id as account_id, a.name as account_name, o.title, o.department, o.work_phone, o.work_email,
      o.ends_on, o.last_contact_on, o.came_from_account_id is not null and o.ends_on is null as is_door_opener, r.role,
      (o.ends_on is null or o.ends_on >= ${today}::date) as is_present,
      row_number() over (order by (o.ends_on is null or o.ends_on >= ${today}::date) desc, o.ends_on desc, o.id) as place
    from position o join account a on a.tenant_id = o.tenant_id and a.id = o.account_id
    left join buying_role r on r.tenant_id = o.tenant_id and r.account_id = o.account_id and r.person_id = o.person_id
      and r.project_id is null
    where o.tenant_id = p.tenant_id and o.person_id = p.id and o.ended_because is distinct from 'entered_by_mistake') job)`;

interface JobRecord {
  position_id: string;
  account_id: string;
  account_name: string;
  title: string | null;
  department: string | null;
  work_phone: string | null;
  work_email: string | null;
  ends_on: string | null;
  last_contact_on: string | null;
  is_door_opener: boolean;
  role: NonNullable<PersonRow["jobs"][number]["role"]> | null;
  is_present: boolean;
  place: number;
}

interface RowRecord {
  id: string;
  name: string;
  is_placeholder: boolean;
  version: number;
  pinyin: string;
  jobs: JobRecord[];
}

const toRow = ({ id, name, is_placeholder, version, jobs }: RowRecord): PersonRow => {
  const shown = jobs.filter((job) => job.is_present || job.place === 1);
  const contacts = jobs.flatMap(({ last_contact_on }) => last_contact_on ?? []).sort();
  return {
    id,
    name,
    isPlaceholder: is_placeholder,
    jobs: shown.map((job) => ({
      positionId: job.position_id,
      account: { id: job.account_id, name: job.account_name },
      title: job.title,
      department: job.department,
      workPhone: job.work_phone,
      workEmail: job.work_email,
      endsOn: job.ends_on,
      role: job.role,
    })),
    hasJob: jobs.some((job) => job.is_present),
    isDoorOpener: jobs.some((job) => job.is_door_opener),
    lastContactOn: contacts.at(-1) ?? null,
    version,
  };
};

const mark = "person.pinyin";

export interface PersonListRequest {
  readonly filter: PersonFilter;
  readonly today: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** How many match and how many there are, where known: decides how words are searched. */
  readonly matches?: { readonly total: number; readonly of: number } | undefined;
}

/** Many matches: walk the order and test each; few: collect them by the index and sort (see account-list-queries). */
const isNear = ({ matches, limit }: PersonListRequest): boolean =>
  matches !== undefined && matches.total > Math.sqrt(limit * matches.of);

/** One page of people by pinyin, keyset: row 50,000 costs what row 1 does. */
export const listPersonRows = async (
  db: Db,
  actor: Actor,
  request: PersonListRequest,
): Promise<{ items: PersonRow[]; nextCursor: string | null }> => {
  const { tenantId } = actor;
  const { conditions, search } = personFilterSql(request.filter, tenantId, request.today);
  const found = isNear(request) ? null : (search?.found ?? null);
  const all = [...conditions, ...inSight(actor)];
  if (search && !found) all.push(search.holds);
  const after = readCursor(request.cursor, mark);
  if (after) all.push(sql<boolean>`(p.pinyin, p.id) > (${after.key}, ${after.id}::uuid)`);
  const { rows } = await sql<RowRecord>`
    select p.id, p.name, p.is_placeholder, p.version, p.pinyin, ${jobsOf(request.today)} as jobs
    from (select p.tenant_id, p.id, p.name, p.is_placeholder, p.version, p.pinyin
      from ${found ? sql`${found} found (id) join person p on p.id = found.id` : sql`person p`}
      where p.tenant_id = ${tenantId}::uuid and ${allOf(all)}
      order by p.pinyin, p.id limit ${sql.lit(request.limit + 1)}) p
    order by p.pinyin, p.id`.execute(db);
  const kept = rows.slice(0, request.limit);
  const last = kept.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return {
    items: kept.map(toRow),
    nextCursor: hasMore ? writeCursor(mark, { key: last.pinyin, id: last.id }) : null,
  };
};

/** How many people of the actor's view match the filter. */
export const countPeople = async (
  db: Db,
  actor: Actor,
  filter: PersonFilter,
  today: string,
): Promise<number> => {
  const { tenantId } = actor;
  const { conditions, search } = personFilterSql(filter, tenantId, today);
  const all = [...conditions, ...inSight(actor)];
  if (search && !search.found) all.push(search.holds);
  const from = search?.found
    ? sql`${search.found} found (id) join person p on p.id = found.id`
    : sql`person p`;
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${from} where p.tenant_id = ${tenantId}::uuid and ${allOf(all)}`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
};
