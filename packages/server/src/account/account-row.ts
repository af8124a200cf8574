import type { AccountRow } from "@mainstay/contract/account";
import type { Grade } from "@mainstay/domain/account/grade";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import type { LifecycleStage } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { sql } from "kysely";

/** The columns every list of accounts reads, over `account_standing s`, `account a` and `app_user m`. */
export const accountRowColumns = sql`
  a.id, a.name, a.short_name, a.external_id, a.industry, a.region, a.manager_user_id, m.name as manager_name,
  s.segment, s.proposed_segment, a.lifecycle_stage, a.lifecycle_stage_since, s.grade, s.level, s.revenue_12m_minor, s.margin_12m_minor, s.growth,
  s.value_score, s.potential_score, s.order_days, s.last_order_on, s.next_from_on, s.next_expected_on, s.next_to_on,
  s.p_lost, s.p_order_90, s.clv_mid_minor, s.value_at_risk_minor, s.open_signals, s.not_enough_history`;

export interface AccountRowRecord {
  id: string;
  name: string;
  short_name: string | null;
  external_id: string | null;
  industry: string | null;
  region: string | null;
  manager_user_id: string | null;
  manager_name: string | null;
  segment: Segment | null;
  proposed_segment: Segment | null;
  lifecycle_stage: LifecycleStage | null;
  lifecycle_stage_since: string | null;
  grade: Grade | null;
  level: RiskLevel;
  revenue_12m_minor: number;
  margin_12m_minor: number | null;
  growth: number | null;
  value_score: number | null;
  potential_score: number | null;
  order_days: number;
  last_order_on: string | null;
  next_from_on: string | null;
  next_expected_on: string | null;
  next_to_on: string | null;
  p_lost: number | null;
  p_order_90: number | null;
  clv_mid_minor: number | null;
  value_at_risk_minor: number;
  open_signals: number;
  not_enough_history: boolean;
}

/** How we stand with the people of an account, and its health: kept in tables of their own. */
export type RowMeasures = Pick<AccountRow, "supportIndex" | "coverage" | "health">;
const unmeasured: RowMeasures = { supportIndex: null, coverage: null, health: null };

/** A row of the table as it goes over the wire. */
export const toAccountRow = (
  record: AccountRowRecord,
  measures: RowMeasures = unmeasured,
): AccountRow => ({
  id: record.id,
  name: record.name,
  shortName: record.short_name,
  externalId: record.external_id,
  industry: record.industry,
  region: record.region,
  managerUserId: record.manager_user_id,
  managerName: record.manager_name,
  segment: record.segment,
  proposedSegment: record.proposed_segment,
  stage: record.lifecycle_stage,
  stageSince: record.lifecycle_stage_since,
  grade: record.grade,
  level: record.level,
  revenue12mMinor: record.revenue_12m_minor,
  margin12mMinor: record.margin_12m_minor,
  growth: record.growth,
  valueScore: record.value_score,
  potentialScore: record.potential_score,
  orderDays: record.order_days,
  lastOrderOn: record.last_order_on,
  nextFromOn: record.next_from_on,
  nextExpectedOn: record.next_expected_on,
  nextToOn: record.next_to_on,
  pLost: record.p_lost,
  pOrder90: record.p_order_90,
  clvMinor: record.clv_mid_minor,
  valueAtRiskMinor: record.value_at_risk_minor,
  openSignals: record.open_signals,
  notEnoughHistory: record.not_enough_history,
  supportIndex: measures.supportIndex,
  coverage: measures.coverage,
  health: measures.health,
});
