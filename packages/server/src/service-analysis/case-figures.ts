import type { CaseFigures, CaseGrouping, Share } from "@mainstay/contract/service-analysis";
import type { Actor } from "@mainstay/domain/access/actor";
import { periodBetween } from "@mainstay/domain/service-analysis/analysis-period";
import { hoursAtShare } from "@mainstay/domain/service-analysis/time-class";
import { leastForPercentage, wilsonInterval } from "@mainstay/domain/survey/wilson";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import {
  addedClasses,
  addedCounts,
  openedBetween,
  openedOnDays,
  type RowSlice,
  sumColumns,
  sumsOfRows,
} from "./case-sum-sql.ts";
import { splitWindow } from "./split-window.ts";

/** Who asks, on which clock. */
export interface AnalysisReader {
  readonly actor: Actor;
  readonly now: Date;
  readonly workspace: { readonly timeZone: string };
}

interface Window {
  readonly from: string;
  readonly to: string;
}

interface SumRow {
  key: string;
  cases: number;
  replied: number;
  replied_in_time: number;
  solved: number;
  solved_in_time: number;
  reopened: number;
  scored: number;
  satisfied: number;
  confirmed: number;
  unconfirmed: number;
  time_classes: number[];
  /** Not answered, or not solved, and out of time by now. */
  reply_overdue: number;
  solve_overdue: number;
  exact_median: number | null;
}

const shareOf = (hits: number, n: number): Share => ({
  hits,
  n,
  share: n === 0 ? null : hits / n,
  interval: n < leastForPercentage ? null : wilsonInterval(hits, n),
});

export const toFigures = (row: SumRow | undefined): CaseFigures => ({
  cases: row?.cases ?? 0,
  repliedInTime: shareOf(
    row?.replied_in_time ?? 0,
    (row?.replied ?? 0) + (row?.reply_overdue ?? 0),
  ),
  solvedInTime: shareOf(row?.solved_in_time ?? 0, (row?.solved ?? 0) + (row?.solve_overdue ?? 0)),
  medianSolveHours: row ? (row.exact_median ?? hoursAtShare(row.time_classes, 0.5)) : null,
  reopened: shareOf(row?.reopened ?? 0, row?.cases ?? 0),
  satisfied: shareOf(row?.satisfied ?? 0, row?.cases ?? 0),
  scored: row?.scored ?? 0,
  unconfirmed: shareOf(row?.unconfirmed ?? 0, (row?.confirmed ?? 0) + (row?.unconfirmed ?? 0)),
});

/** Above so many solved cases the median is read from classes instead of the rows. */
const exactUpTo = 5_000;

/** What figures can be grouped by; kinds stand beside every slice. */
export type Grouping = CaseGrouping | "all" | "cause";

const groupOf = (by: Grouping): { slice: RowSlice; key: RawBuilder<string> } =>
  by === "kind" ? { slice: "all", key: sql`kind` } : { slice: by, key: sql`key` };

const liveKey: Readonly<Record<Grouping, RawBuilder<string>>> = {
  all: sql`''`,
  kind: sql`c.kind`,
  level: sql`c.level`,
  cause: sql`coalesce(c.cause, '')`,
  segment: sql`coalesce((select g.segment from case_segment g where g.tenant_id = c.tenant_id and g.case_id = c.id), '')`,
  department: sql`coalesce(c.department_id::text, '')`,
  product: sql`coalesce(c.product_id::text, '')`,
  account: sql`c.account_id::text`,
};

/** Days of a window that are behind their rows; null where nothing is summed for this reader. */
const staleDaysOf = async (
  db: Db,
  reader: AnalysisReader,
  { from, to }: Window,
): Promise<readonly string[] | null> => {
  if (reader.actor.visibility !== "all") return null;
  const { tenantId } = reader.actor;
  const { rows } = await sql<{ time_zone: string | null; days: string[] }>`
    select (select time_zone from case_day_state where tenant_id = ${tenantId}::uuid) as time_zone,
      array(select distinct on_date::text from case_day_stale where tenant_id = ${tenantId}::uuid
        and on_date between ${from}::date and ${to}::date order by 1) as days`.execute(db);
  return rows[0]?.time_zone === reader.workspace.timeZone ? rows[0].days : null;
};

/** Sums for a window: from the days' sums where they are up to date, else from the rows in sight. */
const summed = (
  reader: AnalysisReader,
  { from, to }: Window,
  slice: RowSlice,
  stale: readonly string[] | null,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const { tenantId } = reader.actor;
  const { timeZone } = reader.workspace;
  const inWindow = sql`c.tenant_id = ${tenantId}::uuid and ${openedBetween(from, to, timeZone)}`;
  const rows = (more: RawBuilder<unknown>) =>
    sumsOfRows(sql`${inWindow} and ${more}`, [slice], timeZone);
  if (stale === null) return rows(condition);
  const { months, days } = splitWindow(from, to, stale);
  const kept = sql`
    select ${sumColumns} from case_month_sum where tenant_id = ${tenantId}::uuid and slice = ${slice}
      and on_date = any(${[...months]}::date[])
    union all
    select ${sumColumns} from case_day_sum where tenant_id = ${tenantId}::uuid and slice = ${slice}
      and on_date = any(${[...days]}::date[])`;
  if (stale.length === 0) return kept;
  const live = sql`c.tenant_id = ${tenantId}::uuid and ${openedOnDays(stale, timeZone)}`;
  return sql`${kept} union all select * from (${sumsOfRows(live, [slice], timeZone)}) live`;
};

/** Everything counted of the cases of a window, group by group; of accounts, those named. */
export const sumCases = async (
  db: Db,
  reader: AnalysisReader,
  window: Window,
  by: Grouping,
  kind: string | undefined,
  accountIds: readonly string[] = [],
): Promise<SumRow[]> => {
  const { tenantId } = reader.actor;
  const { timeZone } = reader.workspace;
  const { slice, key } = groupOf(by);
  const condition =
    by === "account" ? sql`c.account_id = any(${[...accountIds]}::uuid[])` : sql`true`;
  const ofKind = kind ? sql`kind = ${kind}` : sql`true`;
  const stale = by === "account" ? null : await staleDaysOf(db, reader, window);
  const { rows } = await sql<SumRow>`
    select ${key} as key, ${addedCounts}, ${addedClasses}, 0 as reply_overdue, 0 as solve_overdue, null::float8 as exact_median
    from (${summed(reader, window, slice, stale, condition)}) s where ${ofKind} group by 1`.execute(
    db,
  );
  const inWindow = sql`c.tenant_id = ${tenantId}::uuid and ${openedBetween(window.from, window.to, timeZone)}
    and ${kind ? sql`c.kind = ${kind}` : sql`true`} and ${condition}`;
  // Whatever is late is due before now in the order of urgency, where an index finds it; behind `offset 0` no other one is tried.
  const due = sql`(select * from service_case c where c.tenant_id = ${tenantId}::uuid and c.urgency_phase = 0
    and c.urgency_at < ${reader.now} offset 0) c`;
  const { rows: late } = await sql<{ key: string; reply: number; solve: number }>`
    select ${liveKey[by]} as key, count(*) filter (where c.replied_at is null and c.reply_due_at < ${reader.now})::int as reply,
      count(*) filter (where c.status = 'open' and c.solve_due_at < ${reader.now})::int as solve
    from ${due} where ${inWindow} group by 1`.execute(db);
  const overdue = new Map(late.map((row) => [row.key, row]));
  const solved = rows.reduce((sum, row) => sum + row.solved, 0);
  const medians = new Map<string, number>();
  if (solved > 0 && solved <= exactUpTo) {
    const exact = await sql<{ key: string; hours: number }>`
      select ${liveKey[by]} as key,
        (percentile_cont(0.5) within group (order by extract(epoch from c.solved_at - c.opened_at) / 3600))::float8 as hours
      from service_case c where c.solved_at is not null and c.status <> 'duplicate' and ${inWindow} group by 1`.execute(
      db,
    );
    for (const row of exact.rows) medians.set(row.key, row.hours);
  }
  return rows.map((row) => ({
    ...row,
    reply_overdue: overdue.get(row.key)?.reply ?? 0,
    solve_overdue: overdue.get(row.key)?.solve ?? 0,
    exact_median: medians.get(row.key) ?? null,
  }));
};

/** Whether medians were taken from the rows themselves. */
export const isTimeExact = (rows: readonly SumRow[]): boolean =>
  rows.reduce((sum, row) => sum + row.solved, 0) <= exactUpTo;

/** The stretch a window is compared with: as told, else as many days before it. */
export const comparedWith = (
  window: Window & { beforeFrom?: string | undefined; beforeTo?: string | undefined },
) => {
  const pair = periodBetween(window.from, window.to);
  return window.beforeFrom && window.beforeTo
    ? { ...pair, beforeFrom: window.beforeFrom, beforeTo: window.beforeTo }
    : pair;
};

/** Cases of a window alone, group by group: what the window before is compared by. */
export const countCases = async (
  db: Db,
  reader: AnalysisReader,
  window: Window,
  by: Exclude<Grouping, "account">,
  kind: string | undefined,
): Promise<Map<string, number>> => {
  const { slice, key } = groupOf(by);
  const source = summed(reader, window, slice, await staleDaysOf(db, reader, window), sql`true`);
  const ofKind = kind ? sql`kind = ${kind}` : sql`true`;
  const { rows } = await sql<{ key: string; cases: number }>`
    select ${key} as key, sum(cases)::int as cases from (${source}) s where ${ofKind} group by 1`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.key, row.cases]));
};
