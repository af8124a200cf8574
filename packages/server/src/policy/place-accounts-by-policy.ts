import { gradeOfRevenue, percentileOfBand } from "@mainstay/analytics/grade/grade-of-revenue";
import { fewestForPercentiles } from "@mainstay/analytics/portfolio/portfolio-model";
import {
  percentileOf,
  percentileTable,
  shareAbove,
} from "@mainstay/analytics/segmentation/percentile-table";
import { potentialAxis } from "@mainstay/analytics/segmentation/potential-axis";
import { proposeSegment } from "@mainstay/domain/evaluation/propose-segment";
import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import pg from "pg";
import type { StandingDetail } from "../evaluation/standing-columns.ts";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";

/** Where an account stands now and where other settings would put it. */
export interface PlacedAccount {
  accountId: string;
  name: string;
  segment: Segment | null;
  grade: Grade | null;
  revenue12mMinor: number;
  askedSegment: Segment;
  askedGrade: Grade;
}

interface Row {
  accountId: string;
  name: string;
  segment: Segment | null;
  grade: Grade | null;
  revenue: number;
  measure: number;
  industry: string | null;
  detail: Partial<StandingDetail>;
}

/** What the stored reasons say about the account's years: their number and the weakest against the mean. */
const steadinessOf = ({ segmentReasons }: Partial<StandingDetail>) => {
  const found = segmentReasons?.find(
    ({ code }) => code === "segment.steady_years" || code === "segment.unsteady_years",
  );
  const params = found?.params as { years: number; lowestShare: number } | undefined;
  return { years: params?.years ?? 0, lowestShare: params?.lowestShare ?? null };
};

/** Reads what is placed; a margin that is not known is assumed as the evaluation does once any costs are known. */
const readRows = async (db: Db, tenantId: string, settings: EvaluationSettings): Promise<Row[]> => {
  const assumed = Number(settings.clv.defaultMargin);
  const measure =
    settings.valueMeasure === "clv_36m"
      ? "coalesce(s.clv_mid_minor, 0)"
      : `coalesce(s.margin_12m_minor, s.revenue_12m_minor * case when k.known then ${assumed} else 1 end)`;
  const tenant = pg.escapeLiteral(tenantId);
  const rows: Row[] = [];
  const text = `select a.id, a.name, s.segment, s.grade, s.revenue_12m_minor, ${measure}, a.industry, s.detail
    from (select exists (select 1 from account_standing where tenant_id = ${tenant} and margin_12m_minor is not null) as known) k,
      account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${tenant} and s.order_days > 0 and s.as_of is not null`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [accountId, name, segment, grade, revenue, value, industry, detail] of batch) {
      rows.push({
        accountId: accountId ?? "",
        name: name ?? "",
        segment: segment as Segment | null,
        grade: grade as Grade | null,
        revenue: Number(revenue),
        measure: Number(value),
        industry: industry ?? null,
        detail: JSON.parse(detail ?? "{}"),
      });
    }
  }
  return rows;
};

/**
 * Places every account that has ever ordered by the settings given, with the same rules as the evaluation, from the score
 * parts of the last one: cut lines and weights take effect at once, without reading an order.
 */
export const placeAccountsByPolicy = async (
  db: Db,
  tenantId: string,
  settings: EvaluationSettings,
): Promise<PlacedAccount[]> => {
  const rows = await readRows(db, tenantId, settings);
  const measures = percentileTable(rows.map(({ measure }) => measure));
  const isFew = rows.length < fewestForPercentiles;
  const ranks = rows.map(({ measure, revenue }) =>
    isFew ? percentileOfBand(gradeOfRevenue(revenue, settings)) : percentileOf(measures, measure),
  );
  const weight = settings.valueMarginWeight;
  const values = rows.map(
    ({ detail }, index) =>
      weight * (ranks[index] ?? 0) + (1 - weight) * (detail.value?.stability ?? 0.5),
  );
  const table = percentileTable(values);
  return rows.map((row, index) => {
    const value = values[index] ?? 0;
    const rank = ranks[index] ?? 0;
    const parts = row.detail.potential;
    const potential = potentialAxis(
      parts?.growthPercentile ?? null,
      row.industry === null ? null : (settings.industryGrowth[row.industry] ?? null),
      parts?.openWallet == null ? null : 1 - parts.openWallet,
      settings,
    ).score;
    const askedSegment = proposeSegment(
      {
        shareAbove: isFew ? 1 - rank : shareAbove(table, value),
        valuePercentile: isFew ? rank : percentileOf(table, value),
        potential,
        steadiness: steadinessOf(row.detail),
        isUnderContract:
          row.detail.segmentReasons?.some(({ code }) => code === "segment.under_contract") ?? false,
      },
      settings,
    );
    return {
      accountId: row.accountId,
      name: row.name,
      segment: row.segment,
      grade: row.grade,
      revenue12mMinor: row.revenue,
      askedSegment,
      askedGrade: gradeOfRevenue(row.revenue, settings),
    };
  });
};
