import type { HealthAdjustmentView, HealthMark, HealthView } from "@mainstay/contract/health";
import type { HealthBand } from "@mainstay/domain/health/health-band";
import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { HealthScores } from "@mainstay/domain/health/health-input";
import { healthTrend } from "@mainstay/domain/health/health-trend";
import type { HealthVeto } from "@mainstay/domain/health/health-veto";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { named } from "../platform/http/named.ts";
import { isVeiled, judgeWithoutRelationship } from "./veil-health.ts";

/** The stored judgement of an account. */
export interface HealthRecord {
  readonly account_id: string;
  readonly as_of: IsoDay;
  readonly score: number | null;
  readonly provisional_score: number | null;
  readonly band: HealthBand;
  readonly known_weight: number;
  readonly inputs: HealthScores;
  readonly vetoes: HealthVeto[];
  readonly reasons: HealthMark["reasons"];
  readonly adjustment: number;
  /** The provisional score of four weeks before, from its Monday. */
  readonly before: number | null;
  /** The relationship is left out of everything here, because this reader could solve a stance from it. */
  readonly is_veiled: boolean;
}

/** As a reader sees it who may not know what the relationship says. */
const veil = (record: HealthRecord): HealthRecord => {
  if (!record.is_veiled) return record;
  const { inputs, score, provisionalScore, band, knownWeight } = judgeWithoutRelationship(record);
  return {
    ...record,
    inputs,
    score,
    provisional_score: provisionalScore,
    band,
    known_weight: knownWeight,
    reasons: record.reasons.filter(({ code }) => code !== "low_relationship"),
    before: null,
  };
};

const mondayBefore = (today: IsoDay, weeks: number): IsoDay =>
  isoFromDayNumber(mondayOf(dayNumberFromIso(today) ?? 0) - 7 * weeks);

/** The judgements of some accounts with where they stood four weeks before. */
export const listHealth = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
  today: IsoDay,
): Promise<Map<string, HealthRecord>> => {
  const { rows } = await sql<HealthRecord>`
    select h.account_id, h.as_of, h.score, h.provisional_score, h.band, h.known_weight, h.inputs, h.vetoes, h.reasons, h.adjustment,
      w.provisional_score as before, ${isVeiled} as is_veiled
    from account_health h
    left join health_week w on w.tenant_id = h.tenant_id and w.account_id = h.account_id and w.week_on = ${mondayBefore(today, 4)}::date
    where h.tenant_id = ${tenantId}::uuid and h.account_id = any(${[...accountIds]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.account_id, veil(row)]));
};

export const toHealthMark = (record: HealthRecord): HealthMark => ({
  asOf: record.as_of,
  score: record.score,
  provisionalScore: record.provisional_score,
  band: record.band,
  knownWeight: record.known_weight,
  adjustment: record.adjustment,
  reasons: record.reasons,
  trend: healthTrend(record.before, record.provisional_score),
});

/** The mark of one account; null before its first round. */
export const findHealthMark = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: IsoDay,
): Promise<HealthMark | null> => {
  const record = (await listHealth(db, tenantId, [accountId], today)).get(accountId);
  return record ? toHealthMark(record) : null;
};

const weeksShown = 26;

/** The weeks of an account, oldest first; none while a stance could be solved from them. */
export const listHealthWeeks = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: IsoDay,
): Promise<HealthView["weeks"]> => {
  const { rows } = await sql<HealthView["weeks"][number]>`
    select w.week_on as "weekOn", w.score, w.provisional_score as "provisionalScore", w.band from health_week w
    join account_health h on h.tenant_id = w.tenant_id and h.account_id = w.account_id and not ${isVeiled}
    where w.tenant_id = ${tenantId}::uuid and w.account_id = ${accountId}::uuid and w.week_on > ${mondayBefore(today, weeksShown)}::date
    order by w.week_on`.execute(db);
  return rows;
};

/** The provisional score in the week so many weeks before; null where that week was not kept. */
export const scoreBefore = (
  weeks: HealthView["weeks"],
  today: IsoDay,
  count: number,
): number | null =>
  weeks.find(({ weekOn }) => weekOn === mondayBefore(today, count))?.provisionalScore ?? null;

interface AdjustmentRecord {
  id: string;
  account_id: string;
  points: number;
  note: string;
  starts_on: IsoDay;
  ends_on: IsoDay;
  set_by: string | null;
  setter: string | null;
  set_at: Date;
  ended_at: Date | null;
  version: number;
}

const toView = (row: AdjustmentRecord, today: IsoDay): HealthAdjustmentView => ({
  id: row.id,
  points: row.points,
  note: row.note,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  setBy: named(row.set_by, row.setter),
  setAt: row.set_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  isRunning: row.ended_at === null && row.ends_on >= today,
  version: row.version,
});

const selectAdjustment = sql`
  select j.id, j.account_id, j.points, j.note, j.starts_on, j.ends_on, j.set_by, u.name as setter, j.set_at, j.ended_at, j.version
  from health_adjustment j left join app_user u on u.tenant_id = j.tenant_id and u.id = j.set_by`;

/** What was moved by hand, newest first, at most ten. */
export const listAdjustments = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: IsoDay,
): Promise<HealthAdjustmentView[]> => {
  const { rows } = await sql<AdjustmentRecord>`
    ${selectAdjustment} where j.tenant_id = ${tenantId}::uuid and j.account_id = ${accountId}::uuid
    order by j.set_at desc, j.id desc limit 10`.execute(db);
  return rows.map((row) => toView(row, today));
};

/** One adjustment and its account; null when it is not there for this reader. */
export const findAdjustment = async (
  db: Db,
  tenantId: string,
  adjustmentId: string,
  today: IsoDay,
): Promise<{ accountId: string; view: HealthAdjustmentView } | null> => {
  const { rows } = await sql<AdjustmentRecord>`
    ${selectAdjustment} where j.tenant_id = ${tenantId}::uuid and j.id = ${adjustmentId}::uuid`.execute(
    db,
  );
  const row = rows[0];
  return row ? { accountId: row.account_id, view: toView(row, today) } : null;
};
