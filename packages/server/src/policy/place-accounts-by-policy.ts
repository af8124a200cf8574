import { gradeOfRevenue } from "@mainstay/analytics/grade/grade-of-revenue";
import {
  percentileOf,
  percentileTable,
  shareAbove,
} from "@mainstay/analytics/segmentation/percentile-table";
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

const readRows = async (db: Db, tenantId: string, settings: EvaluationSettings): Promise<Row[]> => {
  const measure =
    settings.valueMeasure === "clv_36m"
      ? "coalesce(s.clv_mid_minor, 0)"
      : "coalesce(s.margin_12m_minor, s.revenue_12m_minor)";
  const rows: Row[] = [];
  const text = `select a.id, a.name, s.segment, s.grade, s.revenue_12m_minor, ${measure}, s.detail
    from account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${pg.escapeLiteral(tenantId)} and s.order_days > 0 and s.as_of is not null`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [accountId, name, segment, grade, revenue, value, detail] of batch) {
      rows.push({
        accountId: accountId ?? "",
        name: name ?? "",
        segment: segment as Segment | null,
        grade: grade as Grade | null,
        revenue: Number(revenue),
        measure: Number(value),
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
  const weight = settings.valueMarginWeight;
  const values = rows.map(
    ({ measure, detail }) =>
      weight * percentileOf(measures, measure) + (1 - weight) * (detail.value?.stability ?? 0.5),
  );
  const table = percentileTable(values);
  const { growth, industryGrowth, openWallet } = settings.potentialWeights;
  return rows.map((row, index) => {
    const value = values[index] ?? 0;
    const parts = row.detail.potential;
    const isKnown = parts !== undefined && parts.score !== null;
    const potential = isKnown
      ? growth * (parts.growthPercentile ?? 0.5) +
        industryGrowth * (parts.industryGrowth ?? 0.5) +
        openWallet * (parts.openWallet ?? 0.5)
      : null;
    const askedSegment = proposeSegment(
      {
        shareAbove: shareAbove(table, value),
        valuePercentile: percentileOf(table, value),
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
