import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Losses people wrote down: a warning closed as lost, by its day; the newest of each account, newest first. */
export const listRecordedLosses = async (db: Db, tenantId: string, limit: number) => {
  const { rows } = await sql<{ id: string; name: string; lost_day: DayNumber }>`
    select a.id, a.name, lost.lost_day from (
      select g.account_id, max((g.resolved_at at time zone t.time_zone)::date - date '1970-01-01') as lost_day
      from signal g join tenant t on t.id = g.tenant_id
      where g.tenant_id = ${tenantId}::uuid and g.outcome = 'lost' group by 1) lost
    join account a on a.tenant_id = ${tenantId}::uuid and a.id = lost.account_id
    order by lost.lost_day desc, a.id limit ${limit}`.execute(db);
  return rows;
};

/** Accounts whose silence is past the lost line now; the day it passed is worked out from their orders. */
export const listSilent = async (db: Db, tenantId: string, limit: number) => {
  const { rows } = await sql<{ id: string; name: string }>`
    select a.id, a.name from account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${tenantId}::uuid and s.level = 'lost'
    order by s.last_order_on desc nulls last, a.id limit ${limit}`.execute(db);
  return rows;
};

const mostSampled = 300;

/** A sample of everybody with a rhythm, always the same one: in the order of a hash of the id. */
export const listSampled = async (db: Db, tenantId: string) => {
  const { rows } = await sql<{ id: string }>`
    select s.account_id as id from account_standing s
    where s.tenant_id = ${tenantId}::uuid and s.order_days > 1
    order by md5(s.account_id::text), s.account_id limit ${mostSampled}`.execute(db);
  return rows;
};
