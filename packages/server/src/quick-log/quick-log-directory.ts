import type { QuickLogDirectory } from "@mainstay/contract/quick-log";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { nameSyllables } from "./name-syllables.ts";

const mostAccounts = 400;
const mostPeople = 2000;

/** Accounts in the actor's own hands and those lately opened, with who works there now: names and titles, nothing else. */
export const readQuickLogDirectory = async (
  db: Db,
  { tenantId, actor, today }: Context,
  recent: readonly string[],
): Promise<QuickLogDirectory> => {
  const me = sql`${actor.userId}::uuid`;
  const { rows: accounts } = await sql<
    Omit<QuickLogDirectory["accounts"][number], "people" | "pinyin">
  >`
    select id, name, short_name as "shortName" from account
    where tenant_id = ${tenantId}::uuid and (manager_user_id = ${me} or backup_user_id = ${me} or sponsor_user_id = ${me}
      or id = any(${recent.slice(0, 50)}::uuid[]))
    order by id = any(${recent.slice(0, 50)}::uuid[]) desc, pinyin, id limit ${mostAccounts + 1}`.execute(
    db,
  );
  const shown = accounts.slice(0, mostAccounts);
  type Person = QuickLogDirectory["accounts"][number]["people"][number];
  const { rows: people } = await sql<Omit<Person, "pinyin"> & { account_id: string }>`
    select distinct on (o.account_id, p.id) o.account_id, p.id, p.name, o.title
    from position o join person p on p.tenant_id = o.tenant_id and p.id = o.person_id
    where o.tenant_id = ${tenantId}::uuid and o.account_id = any(${shown.map(({ id }) => id)}::uuid[])
      and (o.ends_on is null or o.ends_on >= ${today}::date) and o.ended_because is distinct from 'entered_by_mistake'
      and not p.is_placeholder and p.restricted_at is null
    order by o.account_id, p.id, o.title limit ${mostPeople + 1}`.execute(db);
  const at = new Map<string, Person[]>(shown.map(({ id }) => [id, []]));
  for (const { account_id, ...person } of people.slice(0, mostPeople))
    at.get(account_id)?.push({ ...person, pinyin: nameSyllables(person.name, true) });
  return {
    today,
    accounts: shown.map((account) => ({
      ...account,
      pinyin: nameSyllables(account.name, false),
      people: at.get(account.id) ?? [],
    })),
    differentDays: await listDifferentDays(db, tenantId, today),
    isCut: accounts.length > mostAccounts || people.length > mostPeople,
  };
};

const listDifferentDays = async (db: Db, tenantId: string, today: string) => {
  const day = dayNumberFromIso(today) ?? 0;
  const { rows } = await sql<QuickLogDirectory["differentDays"][number]>`
    select on_date as "onDate", is_workday as "isWorkday", label from workday where tenant_id = ${tenantId}::uuid
      and on_date between ${isoFromDayNumber(day - 400)}::date and ${isoFromDayNumber(day + 400)}::date
    order by on_date`.execute(db);
  return rows;
};
