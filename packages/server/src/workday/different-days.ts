import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import {
  officialYears,
  preliminaryYears,
  shippedWorkdays,
  shippedYearStatus,
  yearOf,
} from "@mainstay/domain/calendar/official-workdays";
import type { WorkdayYearStatus } from "@mainstay/domain/calendar/workday-year-status";
import type { DifferentDays } from "@mainstay/domain/calendar/working-days";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** Years whose table is the workspace's own, each with how far it can be relied upon. */
export const listOwnYears = async (
  db: Db,
  tenantId: string,
): Promise<Map<number, WorkdayYearStatus>> => {
  const { rows } = await sql<{ year: number; status: WorkdayYearStatus }>`
    select year, status from workday_year where tenant_id = ${tenantId}::uuid`.execute(db);
  return new Map(rows.map(({ year, status }) => [year, status]));
};

/** Whether a year's holidays and make-up days are published, by the law alone, or not known at all in this workspace. */
export const loadYearStatus = async (
  db: Db,
  tenantId: string,
): Promise<(year: number) => WorkdayYearStatus> => {
  const own = await listOwnYears(db, tenantId);
  return (year) => own.get(year) ?? shippedYearStatus(year);
};

/**
 * The days between two days (both included) that differ from the plain week: the workspace's own table for years it has
 * taken over, what Mainstay ships for the others, with single days the workspace has set.
 */
export const loadDifferentDays = async (
  db: Db,
  tenantId: string,
  from: IsoDay,
  to: IsoDay,
): Promise<DifferentDays> => {
  const own = await listOwnYears(db, tenantId);
  const { rows } = await sql<{ on_date: string; is_workday: boolean }>`
    select on_date, is_workday from workday
    where tenant_id = ${tenantId}::uuid and on_date between ${from}::date and ${to}::date`.execute(
    db,
  );
  const different = new Map<IsoDay, boolean>();
  for (const year of [...officialYears, ...preliminaryYears]) {
    if (own.has(year) || year < yearOf(from) || year > yearOf(to)) continue;
    for (const { onDate, isWorkday } of shippedWorkdays(year))
      if (onDate >= from && onDate <= to) different.set(onDate, isWorkday);
  }
  for (const row of rows) different.set(row.on_date, row.is_workday);
  return different;
};
