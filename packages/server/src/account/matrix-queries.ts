import type { AccountFilter, AccountMatrix } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import type { EvaluationReason } from "@mainstay/domain/evaluation/evaluation-reason";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { allOf, filterConditions } from "./account-filter-sql.ts";
import { isSummed, sumsOfPortfolio } from "./portfolio-sums.ts";

type Point = AccountMatrix["points"][number];

interface PointRecord {
  id: string;
  name: string;
  value: number;
  percentile: number | null;
  potential: number;
  segment: Segment | null;
  level: RiskLevel;
  revenue: number;
  reasons: EvaluationReason[] | null;
}

const drawnPoints = 2000;

/** What the reasons of the last evaluation say of rank, steadiness and contract. */
const ruledBy = (
  reasons: readonly EvaluationReason[],
  percentile: number,
): Pick<Point, "shareAbove" | "steadiness" | "isUnderContract"> => {
  const ruled = {
    shareAbove: 1 - percentile,
    steadiness: { years: 0, lowestShare: null as number | null },
    isUnderContract: false,
  };
  for (const reason of reasons) {
    if (reason.code === "segment.value_rank")
      ruled.shareAbove = Math.min(1, (reason.params.rank - 1) / reason.params.accounts);
    if (reason.code === "segment.steady_years" || reason.code === "segment.unsteady_years")
      ruled.steadiness = reason.params;
    if (reason.code === "segment.under_contract") ruled.isUnderContract = true;
  }
  return ruled;
};

/** The points of the matrix: the most valuable first, no more than can be drawn and touched. */
export const findMatrixPoints = async (
  db: Db,
  actor: Actor,
  filter: AccountFilter,
): Promise<AccountMatrix> => {
  const { tenantId } = actor;
  const tenant = sql`${tenantId}::uuid`;
  const where = sql`from account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${tenant} and a.tenant_id = ${tenant} and s.value_score is not null
      and s.potential_score is not null and ${allOf(filterConditions(filter, actor.userId))}`;
  const { rows } = await sql<PointRecord>`
    select a.id, coalesce(a.short_name, a.name) as name, s.value_score as value, s.potential_score as potential,
      s.segment, s.level, s.revenue_12m_minor as revenue, (s.detail->>'valuePercentile')::float8 as percentile,
      s.detail->'segmentReasons' as reasons
    ${where} order by s.revenue_12m_minor desc, s.account_id desc limit ${sql.lit(drawnPoints)}`.execute(
    db,
  );
  const placed = async () => {
    if (rows.length < drawnPoints) return rows.length;
    if (isSummed(actor, filter)) {
      const groups = await sumsOfPortfolio(db, tenantId, filter);
      return groups.reduce((sum, group) => sum + group.placed, 0);
    }
    const { rows: counted } = await sql<{ n: number }>`select count(*) as n ${where}`.execute(db);
    return counted[0]?.n ?? rows.length;
  };
  const { rows: policy } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from evaluation_policy where tenant_id = ${tenantId}::uuid`.execute(
    db,
  );
  return {
    policyVersion: policy[0]?.version ?? 0,
    omitted: Math.max(0, (await placed()) - rows.length),
    points: rows.map(({ revenue, percentile, reasons, ...point }) => ({
      ...point,
      valuePercentile: percentile ?? point.value,
      revenue12mMinor: revenue,
      ...ruledBy(reasons ?? [], percentile ?? point.value),
    })),
  };
};
