import { sql } from "kysely";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { caseSlices, sumColumns, sumsOfRows } from "./case-sum-sql.ts";

/**
 * Brings the sums of cases by day up to date: the days whose rows changed since the last round, or all of them when there
 * are none yet or the workspace goes by another zone. What changes while it works stays stale for the next round.
 */
export const refreshCaseSums = async (tx: Tx, tenantId: string, now: Date): Promise<void> => {
  const timeZone = await readTimeZone(tx, tenantId);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`case-sums:${tenantId}`}, 0))`.execute(
    tx,
  );
  const { rows: states } = await sql<{ time_zone: string }>`
    select time_zone from case_day_state where tenant_id = ${tenantId}::uuid`.execute(tx);
  const isWhole = states[0]?.time_zone !== timeZone;
  const { rows: stale } = await sql<{ id: string; on_date: string }>`
    select id, on_date from case_day_stale where tenant_id = ${tenantId}::uuid`.execute(tx);
  if (!isWhole && stale.length === 0) return;
  const days = [...new Set(stale.map(({ on_date }) => on_date))];
  const ofDays = sql`on_date = any(${days}::date[])`;
  await sql`delete from case_day_sum where tenant_id = ${tenantId}::uuid and ${isWhole ? sql`true` : ofDays}`.execute(
    tx,
  );
  const rowsOfDays = sql`exists (select 1 from unnest(${days}::date[]) as d (day)
    where c.opened_at >= (d.day::timestamp at time zone ${timeZone})
      and c.opened_at < ((d.day + 1)::timestamp at time zone ${timeZone}))`;
  const condition = sql`c.tenant_id = ${tenantId}::uuid and ${isWhole ? sql`true` : rowsOfDays}`;
  await sql`
    insert into case_day_sum (tenant_id, ${sumColumns})
    select ${tenantId}::uuid, ${sumColumns} from (${sumsOfRows(condition, caseSlices, timeZone)}) fresh`.execute(
    tx,
  );
  await sql`delete from case_day_stale where tenant_id = ${tenantId}::uuid and id = any(${stale.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  await sql`
    insert into case_day_state (tenant_id, time_zone, summed_at) values (${tenantId}::uuid, ${timeZone}, ${now})
    on conflict (tenant_id) do update set time_zone = excluded.time_zone, summed_at = excluded.summed_at`.execute(
    tx,
  );
};

export const serviceAnalysisJobs = defineJobs({
  sum_case_days: (_, { tenantId, clock, write }) =>
    write((tx) => refreshCaseSums(tx, tenantId, clock.now())),
});
