import { daysInYear } from "@mainstay/analytics/order-day/yearly-revenue";
import type { accountFigures, FigureView } from "@mainstay/contract/account";
import { sql } from "kysely";
import type { z } from "zod";
import type { StandingDetail } from "../evaluation/standing-columns.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getPolicy } from "../policy/policy-queries.ts";

type Figure = (typeof accountFigures)[number];
type View = z.output<typeof FigureView>;
type Input = View["inputs"][number];

interface StandingRecord {
  as_of: string | null;
  model_version: string | null;
  order_days: number;
  first_order_on: string | null;
  last_order_on: string | null;
  revenue_12m_minor: number;
  revenue_prior_12m_minor: number;
  margin_12m_minor: number | null;
  growth: number | null;
  value_score: number | null;
  potential_score: number | null;
  segment: string | null;
  grade: string | null;
  p_lost: number | null;
  p_order_90: number | null;
  next_from_on: string | null;
  next_expected_on: string | null;
  next_to_on: string | null;
  clv_low_minor: number | null;
  clv_mid_minor: number | null;
  clv_high_minor: number | null;
  value_at_risk_minor: number;
  detail: Partial<StandingDetail>;
}

const money = (key: string, value: number | null | undefined): Input => ({
  key,
  value: value ?? null,
  unit: "money",
});
const share = (key: string, value: number | null | undefined): Input => ({
  key,
  value: value ?? null,
  unit: "share",
});
const day = (key: string, value: string | null): Input => ({ key, value, unit: "day" });
const count = (key: string, value: number | null | undefined): Input => ({
  key,
  value: value ?? null,
  unit: "number",
});

type Settings = Awaited<ReturnType<typeof getPolicy>>["settings"];
interface Explained {
  value: number | string | null;
  unit: View["unit"];
  inputs: Input[];
}

const scoreParts = (s: StandingRecord, settings: Settings): Input[] => [
  share("measure_percentile", s.detail.value?.measurePercentile),
  share("value_weight", settings.valueMarginWeight),
  share("stability", s.detail.value?.stability),
];
const potentialParts = (s: StandingRecord, settings: Settings): Input[] => [
  share("growth_percentile", s.detail.potential?.growthPercentile),
  share("growth_weight", settings.potentialWeights.growth),
  share("industry_growth", s.detail.potential?.industryGrowth),
  share("industry_weight", settings.potentialWeights.industryGrowth),
  share("open_wallet", s.detail.potential?.openWallet),
  share("wallet_weight", settings.potentialWeights.openWallet),
];

/** The formula's inputs of each figure, as stored by the evaluation that gave the figure. */
const explain: Record<Figure, (s: StandingRecord, settings: Settings) => Explained> = {
  revenue_12m: (s) => ({
    value: s.revenue_12m_minor,
    unit: "money",
    inputs: [count("order_days", s.order_days)],
  }),
  margin_12m: (s) => ({
    value: s.margin_12m_minor,
    unit: "money",
    inputs: [money("revenue_12m", s.revenue_12m_minor)],
  }),
  growth: (s) => ({
    value: s.growth,
    unit: "share",
    inputs: [
      money("revenue_12m", s.revenue_12m_minor),
      money("revenue_prior_12m", s.revenue_prior_12m_minor),
    ],
  }),
  value_score: (s, settings) => ({
    value: s.value_score,
    unit: "share",
    inputs: scoreParts(s, settings),
  }),
  potential_score: (s, settings) => ({
    value: s.potential_score,
    unit: "share",
    inputs: potentialParts(s, settings),
  }),
  segment: (s, settings) => ({
    value: s.segment,
    unit: "word",
    inputs: [
      share("value_score", s.value_score),
      share("value_percentile", s.detail.valuePercentile),
      share("core_top_share", settings.coreTopShare),
      share("potential_score", s.potential_score),
      share("potential_cut", settings.potentialCut),
    ],
  }),
  grade: (s, settings) => ({
    value: s.grade,
    unit: "word",
    inputs: [
      money("revenue_12m", s.revenue_12m_minor),
      money("floor_strategic", settings.gradeFloors.strategic),
      money("floor_key", settings.gradeFloors.key),
      money("floor_base", settings.gradeFloors.base),
    ],
  }),
  p_lost: (s, settings) => ({
    value: s.p_lost,
    unit: "share",
    inputs: [
      day("last_order_on", s.last_order_on),
      day("next_to_on", s.next_to_on),
      share("level_watch", settings.riskLevels.watch),
      share("level_act", settings.riskLevels.act),
      share("level_lost", settings.riskLevels.lost),
    ],
  }),
  p_order_90: (s) => ({
    value: s.p_order_90,
    unit: "share",
    inputs: [day("last_order_on", s.last_order_on), share("p_lost", s.p_lost)],
  }),
  next_order: (s) => ({
    value: s.next_expected_on,
    unit: "day",
    inputs: [
      day("next_from_on", s.next_from_on),
      day("next_expected_on", s.next_expected_on),
      day("next_to_on", s.next_to_on),
    ],
  }),
  clv: (s, settings) => ({
    value: s.clv_mid_minor,
    unit: "money",
    inputs: [
      money("clv_low", s.clv_low_minor),
      money("clv_high", s.clv_high_minor),
      count("clv_months", settings.clv.months),
      share("yearly_discount", settings.clv.yearlyDiscount),
    ],
  }),
  value_at_risk: (s) => ({
    value: s.value_at_risk_minor,
    unit: "money",
    inputs: [share("p_lost", s.p_lost), money("next_year_margin", s.detail.nextYearMarginMinor)],
  }),
};

/** A figure of a window names every row of it and adds up; one of the whole history names its newest rows. */
const mostRows = { ofWindow: 3 * daysInYear, ofHistory: 500 };

/** Which booked days a figure was made of, back from its as-of day. */
const daysBack: Partial<Record<Figure, number>> = {
  revenue_12m: daysInYear,
  margin_12m: daysInYear,
  growth: 2 * daysInYear,
  grade: daysInYear,
};

/** A figure with its formula's inputs and the order-days it was made of; `account.not_found` when not there. */
export const explainFigure = async (
  db: Db,
  tenantId: string,
  accountId: string,
  figure: Figure,
): Promise<View> => {
  const { rows: found } = await sql<StandingRecord>`
    select * from account_standing where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`.execute(
    db,
  );
  const standing = found[0];
  if (!standing) throw new AppError("account.not_found");
  const { settings } = await getPolicy(db, tenantId);
  const explained = explain[figure](standing, settings);
  const back = daysBack[figure] ?? 100 * daysInYear;
  const { rows } = await sql<View["rows"][number]>`
    select on_date as "on", base_net_minor as "netMinor",
      case when orders > 0 then base_cost_minor end as "costMinor", orders
    from order_day
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid
      and on_date > coalesce(${standing.as_of}::date, current_date) - ${back}::int
      and on_date <= coalesce(${standing.as_of}::date, current_date)
    order by on_date desc limit ${figure in daysBack ? mostRows.ofWindow : mostRows.ofHistory}`.execute(
    db,
  );
  const isWord = typeof explained.value === "string";
  return {
    figure,
    value: isWord ? null : (explained.value as number | null),
    word: isWord ? (explained.value as string) : null,
    unit: explained.unit,
    asOf: standing.as_of,
    modelVersion: standing.model_version,
    inputs: explained.inputs,
    rows,
  };
};
