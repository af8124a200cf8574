import type {
  AccountEvaluation,
  PreviousLevels,
} from "@mainstay/analytics/portfolio/account-evaluation";
import { sql } from "kysely";
import type { CopyValue } from "../platform/db/copy-text.ts";

/** Columns of `account_standing` that an evaluation writes, in the order of `standingValues`. */
export const standingColumns = [
  "tenant_id",
  "account_id",
  "as_of",
  "model_version",
  "order_days",
  "first_order_on",
  "last_order_on",
  "revenue_12m_minor",
  "revenue_prior_12m_minor",
  "margin_12m_minor",
  "growth",
  "value_score",
  "potential_score",
  "segment",
  "proposed_segment",
  "grade",
  "p_lost",
  "p_order_90",
  "level",
  "next_from_on",
  "next_expected_on",
  "next_to_on",
  "clv_low_minor",
  "clv_mid_minor",
  "clv_high_minor",
  "value_at_risk_minor",
  "not_enough_history",
  "detail",
] as const;

/**
 * What the account page explains beyond the columns: parts of the scores and reasons, as the engine gave them. A streak is
 * kept with what it was before this day, so that judging twice on one day counts once (`loadPortfolio`).
 */
export const standingDetail = (one: AccountEvaluation, previous: PreviousLevels | null) => ({
  value: one.value,
  valuePercentile: one.valuePercentile,
  potential: one.potential,
  segmentReasons: one.segmentReasons,
  segmentStreak: one.segment?.demotionStreak ?? 0,
  segmentStreakBefore: previous?.segmentStreak ?? 0,
  gradeReason: one.gradeReason,
  gradeStreak: one.grade.proposed ? 0 : one.grade.demotionStreak,
  gradeStreakBefore: previous?.gradeStreak ?? 0,
  rhythm: one.rhythm,
  clock: one.clock,
  pOrder30: one.pOrder30,
  nextYearMarginMinor: one.nextYearMargin,
  historyGaps: one.historyGaps,
});
export type StandingDetail = ReturnType<typeof standingDetail>;

/** Laid over a standing's detail when people moved its levels: the next fall has to be asked for anew. */
export const noStreaks = sql`'{"segmentStreak": 0, "segmentStreakBefore": 0, "gradeStreak": 0, "gradeStreakBefore": 0}'::jsonb`;

const whole = (value: number | null | undefined) => (value == null ? null : Math.round(value));

/** One account's row; the values of `standingColumns`. A grade moves without a proposal once its wait is over. */
export const standingValues = (
  tenantId: string,
  accountId: string,
  asOf: string,
  modelVersion: string,
  one: AccountEvaluation,
  previous: PreviousLevels | null,
): CopyValue[] => [
  tenantId,
  accountId,
  asOf,
  modelVersion,
  one.orders,
  one.firstOn,
  one.lastOn,
  whole(one.revenue12m),
  whole(one.revenuePrior12m),
  whole(one.margin12m),
  one.growth,
  one.orders > 0 ? one.value.score : null,
  one.potential.score,
  one.segment?.level ?? null,
  one.segment?.proposed ?? null,
  one.grade.proposed ?? one.grade.level,
  one.pLost,
  one.pOrder90,
  one.level,
  one.nextOrder?.from ?? null,
  one.nextOrder?.expected ?? null,
  one.nextOrder?.to ?? null,
  whole(one.clv?.low),
  whole(one.clv?.mid),
  whole(one.clv?.high),
  whole(one.valueAtRisk) ?? 0,
  one.notEnoughHistory,
  standingDetail(one, previous),
];
