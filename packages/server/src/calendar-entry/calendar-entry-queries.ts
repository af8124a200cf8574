import type { CalendarEntryView } from "@mainstay/contract/calendar";
import type { Actor } from "@mainstay/domain/access/actor";
import type { CalendarEntryKind } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import { calendarEntryAbilities } from "@mainstay/domain/calendar-entry/calendar-entry-policy";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db, Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";

interface EntryRecord {
  id: string;
  kind: CalendarEntryKind;
  title: string;
  place: string | null;
  on_date: IsoDay;
  starts_minute: number | null;
  lasts_minutes: number | null;
  recurrence: string | null;
  skipped_on: IsoDay[];
  logged_on: IsoDay[];
  owner_user_id: string;
  owner_name: string;
  account_id: string | null;
  account_name: string | null;
  ours: { id: string; name: string }[];
  version: number;
}

const select = sql`
  select e.id, e.kind, e.title, e.place, e.on_date, e.starts_minute, e.lasts_minutes, e.recurrence, e.skipped_on::text[],
    e.logged_on::text[], e.owner_user_id, u.name as owner_name, e.account_id, a.name as account_name, e.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name) from app_user o
      where o.tenant_id = e.tenant_id and o.id = any(e.our_user_ids)), '[]') as ours
  from calendar_entry e
  join app_user u on u.tenant_id = e.tenant_id and u.id = e.owner_user_id
  left join account a on a.tenant_id = e.tenant_id and a.id = e.account_id`;

const toView = (actor: Actor, record: EntryRecord): CalendarEntryView => ({
  id: record.id,
  kind: record.kind,
  title: record.title,
  place: record.place,
  onDate: record.on_date,
  startsMinute: record.starts_minute,
  lastsMinutes: record.lasts_minutes,
  recurrence: record.recurrence,
  skippedOn: record.skipped_on,
  loggedOn: record.logged_on,
  owner: { id: record.owner_user_id, name: record.owner_name },
  account: named(record.account_id, record.account_name),
  ours: record.ours,
  version: record.version,
  can: calendarEntryAbilities(actor, {
    ownerUserId: record.owner_user_id,
    ourUserIds: record.ours.map(({ id }) => id),
    accountId: record.account_name === null ? null : record.account_id,
  }),
});

/** Whose plans: those of a user and those the user takes part in, or everything with an account. */
export type PlansOf = { readonly userId: string } | { readonly accountId: string };

const mostPlans = 500;

/** Plans that may have a day from `from` to before `to`, earliest first. */
export const listEntries = async (
  db: Db,
  actor: Actor,
  whose: PlansOf,
  from: IsoDay,
  to: IsoDay,
): Promise<CalendarEntryView[]> => {
  const { rows } = await sql<EntryRecord>`
    ${select} where e.tenant_id = ${actor.tenantId}::uuid and e.on_date < ${to}::date
      and (e.recurrence is not null or e.on_date >= ${from}::date)
      and ${
        "userId" in whose
          ? sql`(e.owner_user_id = ${whose.userId}::uuid or ${whose.userId}::uuid = any(e.our_user_ids))`
          : sql`e.account_id = ${whose.accountId}::uuid`
      }
    order by e.on_date, e.starts_minute nulls first, e.id limit ${mostPlans}`.execute(db);
  return rows.map((row) => toView(actor, row));
};

/** One plan; `calendar_entry.not_found` when it is not there for this actor. */
export const getEntry = async (
  db: Db,
  actor: Actor,
  entryId: string,
): Promise<CalendarEntryView> => {
  const { rows } = await sql<EntryRecord>`
    ${select} where e.tenant_id = ${actor.tenantId}::uuid and e.id = ${entryId}::uuid`.execute(db);
  if (!rows[0]) throw new AppError("calendar_entry.not_found");
  return toView(actor, rows[0]);
};

/** Takes the plan's row for this transaction and gives it; `calendar_entry.not_found` when it is not there. */
export const lockEntry = async (
  tx: Tx,
  actor: Actor,
  entryId: string,
): Promise<CalendarEntryView> => {
  await sql`select 1 from calendar_entry where tenant_id = ${actor.tenantId}::uuid and id = ${entryId}::uuid for update`.execute(
    tx,
  );
  return getEntry(tx, actor, entryId);
};
