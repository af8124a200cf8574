import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** A two-way contact a person took part in, with who of us was there. */
export interface ContactOfPerson {
  readonly kind: InteractionKind;
  readonly day: DayNumber;
  readonly userIds: readonly string[];
}

/** After sixteen half-lives a contact gives less than a hundred-thousandth: older ones are not read. */
const contactDays = 730;

/**
 * The two-way contacts of two years by person. They count with the person wherever they happened: at this account, and at
 * every other one the person has worked for. Where nobody of ours is noted, whoever logged it took part.
 */
export const loadContacts = async (
  db: Db,
  tenantId: string,
  people: readonly { readonly person_id: string }[],
  today: DayNumber,
): Promise<Map<string, ContactOfPerson[]>> => {
  const wanted = new Set(people.map(({ person_id }) => person_id));
  const { rows } = await sql<{
    kind: InteractionKind;
    day: number;
    people: string;
    ours: string;
  }>`
    select i.kind, (i.occurred_on - date '1970-01-01') as day, array_to_string(i.person_ids, ' ') as people,
      array_to_string(case when i.our_user_ids = '{}' then array[i.logged_by] else i.our_user_ids end, ' ') as ours
    from interaction i
    where i.tenant_id = ${tenantId}::uuid and i.is_two_way and i.person_ids <> '{}'
      and i.occurred_on > ${isoFromDayNumber(today - contactDays)}::date
      and i.account_id = any(array(select distinct j.account_id from position j
        where j.tenant_id = ${tenantId}::uuid and j.person_id = any(${[...wanted]}::uuid[])))`.execute(
    db,
  );
  const contacts = new Map<string, ContactOfPerson[]>();
  for (const { kind, day, people: theirs, ours } of rows) {
    const contact = { kind, day, userIds: ours === "" ? [] : ours.split(" ") };
    for (const personId of theirs.split(" ")) {
      if (!wanted.has(personId)) continue;
      const known = contacts.get(personId);
      if (known) known.push(contact);
      else contacts.set(personId, [contact]);
    }
  }
  return contacts;
};

/** The last two-way contact with each of a few people, older than two years; who has none at all is not in the answer. */
export const loadOlderContacts = async (
  db: Db,
  tenantId: string,
  personIds: readonly string[],
  today: DayNumber,
): Promise<Map<string, DayNumber>> => {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; day: number }>`
    select q.person_id, (max(i.occurred_on) - date '1970-01-01') as day
    from (select distinct j.person_id, j.account_id from position j
      where j.tenant_id = ${tenantId}::uuid and j.person_id = any(${[...personIds]}::uuid[])) q
    join interaction i on i.tenant_id = ${tenantId}::uuid and i.account_id = q.account_id and i.is_two_way
      and i.person_ids @> array[q.person_id] and i.occurred_on <= ${isoFromDayNumber(today - contactDays)}::date
    group by q.person_id`.execute(db);
  return new Map(rows.map(({ person_id, day }) => [person_id, day]));
};
