import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { assessHealth } from "@mainstay/domain/health/assess-health";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { sql } from "kysely";
import type { CycleStep } from "../cycle/cycle-step.ts";
import { copyInto } from "../platform/db/copy-into.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { loadDatedFacts } from "./load-dated-facts.ts";

interface PresentRow {
  account_id: string;
  p_lost: number | null;
  level: RiskLevel;
  last_order_on: IsoDay | null;
  revenue_12m_minor: number;
  revenue_prior_12m_minor: number;
  coverage: number | null;
  support_index: number | null;
  points: number | null;
}

/** The present standing, relationship and adjustment of a block of accounts, one row each. */
const loadPresent = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
  today: IsoDay,
) => {
  const { rows } = await sql<PresentRow>`
    select s.account_id, s.p_lost, s.level, s.last_order_on, s.revenue_12m_minor, s.revenue_prior_12m_minor,
      r.coverage, r.support_index, j.points
    from account_standing s
    left join account_relationship r on r.tenant_id = s.tenant_id and r.account_id = s.account_id and r.project_id is null
      and r.members > 0
    left join health_adjustment j on j.tenant_id = s.tenant_id and j.account_id = s.account_id and j.ended_at is null
      and ${today}::date between j.starts_on and j.ends_on
    where s.tenant_id = ${tenantId}::uuid and s.account_id = any(${[...accountIds]}::uuid[])`.execute(
    db,
  );
  return rows;
};

const columns = [
  "tenant_id",
  "account_id",
  "as_of",
  "score",
  "provisional_score",
  "band",
  "known_weight",
  "inputs",
  "vetoes",
  "reasons",
  "adjustment",
] as const;

/**
 * Judges the health of a block of accounts anew and keeps the week's figures under its Monday. What is stored names no
 * stance: the veto of an opposing economic buyer is kept as `relationship`. Running it again changes nothing.
 */
export const measureHealth: CycleStep = async (tx, { tenantId, today, now, accountIds }) => {
  if (accountIds.length === 0) return;
  const present = await loadPresent(tx, tenantId, accountIds, today);
  const dated = await loadDatedFacts(
    tx,
    tenantId,
    accountIds.map((accountId) => ({ accountId, asOf: today })),
    now,
  );
  const day = dayNumberFromIso(today) ?? 0;
  const judged = present.map((row) => {
    const health = assessHealth(
      {
        rhythm: {
          pLost: row.p_lost,
          revenue12mMinor: row.revenue_12m_minor,
          revenuePrior12mMinor: row.revenue_prior_12m_minor,
          isBroken: row.level === "lost" && row.p_lost !== null,
          lastOrderDay: row.last_order_on === null ? null : dayNumberFromIso(row.last_order_on),
        },
        coverage: row.coverage,
        supportIndex: row.support_index,
        value: null,
        adjustment: row.points ?? 0,
        ...dated({ accountId: row.account_id, asOf: today }),
      },
      day,
    );
    return { accountId: row.account_id, points: row.points ?? 0, health };
  });
  await copyInto(
    tx,
    "account_health",
    columns,
    judged.map(({ accountId, points, health }) => [
      tenantId,
      accountId,
      today,
      health.score,
      health.provisionalScore,
      health.band,
      health.knownWeight,
      health.scores,
      JSON.stringify(health.vetoes),
      JSON.stringify(health.reasons),
      points,
    ]),
    `on conflict (tenant_id, account_id) do update set as_of = excluded.as_of, score = excluded.score,
      provisional_score = excluded.provisional_score, band = excluded.band, known_weight = excluded.known_weight,
      inputs = excluded.inputs, vetoes = excluded.vetoes, reasons = excluded.reasons, adjustment = excluded.adjustment,
      updated_at = now()`,
  );
  await keepWeek(tx, tenantId, accountIds, isoFromDayNumber(mondayOf(day)));
};

/** The newest judgement of the week stands for the week. */
const keepWeek = (db: Db, tenantId: string, accountIds: readonly string[], monday: IsoDay) =>
  sql`
    insert into health_week (tenant_id, account_id, week_on, score, provisional_score, band, known_weight)
    select tenant_id, account_id, ${monday}::date, score, provisional_score, band, known_weight from account_health
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[])
    on conflict (tenant_id, account_id, week_on) do update set score = excluded.score,
      provisional_score = excluded.provisional_score, band = excluded.band, known_weight = excluded.known_weight`.execute(
    db,
  );
