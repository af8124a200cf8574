import type { HealthOverview, HealthView } from "@mainstay/contract/health";
import type { HealthBand } from "@mainstay/domain/health/health-band";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import {
  healthInputs,
  type HealthScores,
  healthWeights,
  inputsWithoutSource,
} from "@mainstay/domain/health/health-input";
import { healthBands } from "@mainstay/domain/health/health-band";
import { healthAbilities } from "@mainstay/domain/health/health-policy";
import { healthTrend } from "@mainstay/domain/health/health-trend";
import { effectiveWeight } from "@mainstay/domain/health/judge-health";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import { sql } from "kysely";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import {
  listAdjustments,
  listHealth,
  listHealthWeeks,
  scoreBefore,
  toHealthMark,
} from "./health-queries.ts";
import { listOpposingBuyers } from "./opposing-buyers.ts";
import { isVeiled } from "./veil-health.ts";

const unknown: HealthScores = {
  rhythm: null,
  relationship: null,
  voice: null,
  service: null,
  payment: null,
  value: null,
};

/** Health of one account with all it is made of; `account.not_found` when it is not there for this reader. */
export const readHealth = async (
  db: Db,
  context: Context,
  accountId: string,
): Promise<HealthView> => {
  const { tenantId, actor, today } = context;
  const account = await findAccount(db, tenantId, accountId);
  if (!account) throw new AppError("account.not_found");
  const record = (await listHealth(db, tenantId, [accountId], today)).get(accountId) ?? null;
  const scores = record?.inputs ?? unknown;
  const weeks = await listHealthWeeks(db, tenantId, accountId, today);
  const now = record?.provisional_score ?? null;
  const since = (count: number) => {
    const before = scoreBefore(weeks, today, count);
    return { before, trend: healthTrend(before, now) };
  };
  // Who opposes is a profile: row security gives nobody to readers without class P.
  const opposing =
    record?.vetoes.includes("relationship") && actor.factClasses.includes("P")
      ? await listOpposingBuyers(db, tenantId, accountId)
      : null;
  return {
    account: { id: account.id, name: account.name },
    today,
    mark: record ? toHealthMark(record) : null,
    inputs: healthInputs.map((input) => ({
      input,
      score: scores[input],
      weight: healthWeights[input],
      effectiveWeight: effectiveWeight(scores, input),
      hasSource: !inputsWithoutSource.includes(input),
    })),
    vetoes: (record?.vetoes ?? []).map((veto) => ({
      veto,
      people: veto === "relationship" ? opposing : null,
    })),
    fourWeeks: since(4),
    twelveWeeks: since(12),
    weeks,
    adjustments: await listAdjustments(db, tenantId, accountId, today),
    can: healthAbilities(actor, teamOf(account)),
  };
};

const moversShown = 8;

interface MoverRow {
  id: string;
  name: string;
  manager_name: string | null;
  band: HealthBand;
  now: number;
  before: number;
}

/** The accounts in sight by band, and who moved most in four weeks by the score of the known part. */
export const readHealthOverview = async (db: Db, context: Context): Promise<HealthOverview> => {
  const { tenantId, today } = context;
  const { rows: counts } = await sql<{ band: HealthBand | null; n: number }>`
    select h.band, count(*)::int as n from account a
    left join account_health h on h.tenant_id = a.tenant_id and h.account_id = a.id
    where a.tenant_id = ${tenantId}::uuid group by 1`.execute(db);
  const fourWeeksAgo = isoFromDayNumber(mondayOf(dayNumberFromIso(today) ?? 0) - 28);
  const moved = async (direction: "rise" | "fall") => {
    const change = sql`(h.provisional_score - w.provisional_score)`;
    const { rows } = await sql<MoverRow>`
      select a.id, a.name, m.name as manager_name, h.band, h.provisional_score as now, w.provisional_score as before
      from health_week w
      join account_health h on h.tenant_id = w.tenant_id and h.account_id = w.account_id
      join account a on a.tenant_id = w.tenant_id and a.id = w.account_id
      left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id
      where w.tenant_id = ${tenantId}::uuid and w.week_on = ${fourWeeksAgo}::date and not ${isVeiled}
        and ${direction === "rise" ? sql`${change} >= 3` : sql`${change} <= -3`}
      order by ${change} ${direction === "rise" ? sql`desc` : sql`asc`}, a.id limit ${moversShown}`.execute(
      db,
    );
    return rows.map(({ id, name, manager_name, ...row }) => ({
      account: { id, name },
      managerName: manager_name,
      ...row,
    }));
  };
  const countOf = (band: HealthBand | null) => counts.find((row) => row.band === band)?.n ?? 0;
  return {
    today,
    accounts: counts.reduce((sum, { n }) => sum + n, 0),
    unjudged: countOf(null),
    bands: healthBands.map((band) => ({ band, accounts: countOf(band) })),
    rises: await moved("rise"),
    falls: await moved("fall"),
  };
};
