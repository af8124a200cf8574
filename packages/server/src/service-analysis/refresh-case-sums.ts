import { sql } from "kysely";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import {
  addedClasses,
  addedCounts,
  caseSlices,
  openedOnDays,
  sumColumns,
  sumsOfRows,
} from "./case-sum-sql.ts";

/** A fortnight a statement: a million cases of three years are summed in pieces of ten thousand or so. */
const daysAtOnce = 14;

const daysWithCases = async (tx: Tx, tenantId: string, timeZone: string): Promise<string[]> => {
  const { rows } = await sql<{ on_date: string }>`
    select distinct (opened_at at time zone ${timeZone})::date as on_date from service_case
    where tenant_id = ${tenantId}::uuid order by 1`.execute(tx);
  return rows.map(({ on_date }) => on_date);
};

/** The sums of a few days, in order, worked out from their rows. */
const sumDays = async (
  tx: Tx,
  tenantId: string,
  timeZone: string,
  days: readonly string[],
): Promise<void> => {
  const list = [...days];
  await sql`delete from case_day_sum where tenant_id = ${tenantId}::uuid and on_date = any(${list}::date[])`.execute(
    tx,
  );
  const condition = sql`c.tenant_id = ${tenantId}::uuid and ${openedOnDays(days, timeZone)}`;
  await sql`
    insert into case_day_sum (tenant_id, ${sumColumns})
    select ${tenantId}::uuid, ${sumColumns} from (${sumsOfRows(condition, caseSlices, timeZone)}) fresh`.execute(
    tx,
  );
};

/** The sums of whole months, added up from their days. */
const addMonths = async (tx: Tx, tenantId: string, months: readonly string[]): Promise<void> => {
  const list = sql`${[...months]}::date[]`;
  await sql`delete from case_month_sum where tenant_id = ${tenantId}::uuid and on_date = any(${list})`.execute(
    tx,
  );
  await sql`
    insert into case_month_sum (tenant_id, ${sumColumns})
    select ${tenantId}::uuid, slice, key, kind, m.month, ${addedCounts}, ${addedClasses}
    from unnest(${list}) as m (month)
    join case_day_sum d on d.tenant_id = ${tenantId}::uuid and d.on_date >= m.month
      and d.on_date < (m.month + interval '1 month')::date
    group by slice, key, kind, m.month`.execute(tx);
};

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
  const days = [...new Set(stale.map(({ on_date }) => on_date))].toSorted();
  const wanted = isWhole ? await daysWithCases(tx, tenantId, timeZone) : days;
  if (isWhole) {
    await sql`delete from case_day_sum where tenant_id = ${tenantId}::uuid`.execute(tx);
    await sql`delete from case_month_sum where tenant_id = ${tenantId}::uuid`.execute(tx);
  }
  for (let from = 0; from < wanted.length; from += daysAtOnce)
    await sumDays(tx, tenantId, timeZone, wanted.slice(from, from + daysAtOnce));
  await addMonths(tx, tenantId, [...new Set(wanted.map((day) => `${day.slice(0, 7)}-01`))]);
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
