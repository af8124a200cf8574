import type { HandoverPack } from "@mainstay/contract/handover-pack";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

interface Of {
  readonly tenantId: string;
  readonly accountId: string;
}
const where = ({ tenantId, accountId }: Of) =>
  sql`t.tenant_id = ${tenantId}::uuid and t.account_id = ${accountId}::uuid`;
const owner = sql`(select name from app_user u where u.tenant_id = t.tenant_id and u.id = t.owner_user_id) as owner`;

/** The account's present relationship measures with its red flags, or null before they were first taken. */
export const findPackRelationship = async (
  db: Db,
  of: Of,
): Promise<HandoverPack["relationship"]> => {
  const { rows } = await sql<NonNullable<HandoverPack["relationship"]>>`
    select index_in_sight(support_index, known_people) as "supportIndex", coverage, known_share as "knownShare", thread_count as "threadCount",
      bus_factor as "busFactor", red_flags as "redFlags"
    from account_relationship t where ${where(of)} and project_id is null`.execute(db);
  return rows[0] ?? null;
};

/** Open tasks, soonest due first. */
export const listPackTasks = async (db: Db, of: Of): Promise<HandoverPack["tasks"]> =>
  (
    await sql<HandoverPack["tasks"][number]>`
      select t.id, t.title, t.due_on as "dueOn", ${owner} from task t where ${where(of)} and t.status = 'open'
      order by t.due_on nulls last, t.id limit 100`.execute(db)
  ).rows;

/** What the service policy owes and is not yet kept. */
export const listPackObligations = async (db: Db, of: Of): Promise<HandoverPack["obligations"]> =>
  (
    await sql<HandoverPack["obligations"][number]>`
      select t.id, t.kind, t.due_on as "dueOn", ${owner} from obligation t where ${where(of)} and t.status = 'open'
      order by t.due_on, t.id limit 100`.execute(db)
  ).rows;

/** Rescues under way. */
export const listPackRescues = async (db: Db, of: Of): Promise<HandoverPack["rescues"]> =>
  (
    await sql<HandoverPack["rescues"][number]>`
      select t.id, t.goal, t.stake_minor as "stakeMinor", ${owner} from rescue t where ${where(of)} and t.status = 'running'
      order by t.opened_on, t.id`.execute(db)
  ).rows;

/** Requirement changes that wait, and those confirmed within the last year. */
export const listPackChanges = async (
  db: Db,
  of: Of,
): Promise<HandoverPack["requirementChanges"]> =>
  (
    await sql<HandoverPack["requirementChanges"][number]>`
      select t.id, t.title, t.status, v.fee_minor as "feeMinor", v.currency, v.schedule_days as "scheduleDays",
        t.work_started_on as "workStartedOn"
      from requirement_change t join requirement_change_version v on v.tenant_id = t.tenant_id and v.change_id = t.id
        and v.number = t.newest_number
      where ${where(of)} and t.status in ('draft', 'sent', 'confirmed') order by t.created_at desc, t.id limit 50`.execute(
      db,
    )
  ).rows;

/** Living consents of whoever works or worked at the account, by the day on which they end. */
export const listPackConsents = async (
  db: Db,
  of: Of,
  { timeZone, now }: { timeZone: string; now: Date },
): Promise<NonNullable<HandoverPack["consents"]>> =>
  (
    await sql<NonNullable<HandoverPack["consents"]>[number]>`
      select c.id, jsonb_build_object('id', p.id, 'name', p.name) as person, c.scope,
        (c.expires_at at time zone ${timeZone})::date as "expiresOn"
      from consent c join person p on p.tenant_id = c.tenant_id and p.id = c.person_id
      where c.tenant_id = ${of.tenantId}::uuid and c.withdrawn_at is null and c.expires_at > ${now}
        and exists (select 1 from position t where ${where(of)} and t.person_id = c.person_id)
      order by c.expires_at, c.id limit 100`.execute(db)
  ).rows;

/** Plans with the account from today on. */
export const listPackPlans = async (
  db: Db,
  of: Of,
  today: string,
): Promise<HandoverPack["calendarEntries"]> =>
  (
    await sql<HandoverPack["calendarEntries"][number]>`
      select t.id, t.kind, t.title, t.on_date as "onDate", t.recurrence is not null as "isRecurring", ${owner}
      from calendar_entry t where ${where(of)} and (t.recurrence is not null or t.on_date >= ${today}::date)
      order by t.on_date, t.id limit 50`.execute(db)
  ).rows;
