import type { AccountFilter } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";
import type { Grade } from "@mainstay/domain/account/grade";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import type { Segment } from "@mainstay/domain/account/segment";
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { allOf } from "./account-filter-sql.ts";

/** Accounts of one segment, level and grade: how many, how many with both scores, and their money in minor units. */
export interface PortfolioGroup {
  segment: Segment | null;
  level: RiskLevel;
  grade: Grade | null;
  accounts: number;
  placed: number;
  order_days: number;
  revenue: number;
  /** Revenue without the accounts that returned more than they bought. */
  gross: number;
  at_risk: number;
  as_of: string | null;
}

const summedFilters: ReadonlySet<string> = new Set([
  "segment",
  "grade",
  "level",
  "hasSignal",
  "hasProposal",
]);

/** True where the kept sums answer the filter: they are of the whole workspace, by what standings are filtered on most. */
export const isSummed = (actor: Actor, filter: AccountFilter): boolean =>
  actor.visibility === "all" &&
  Object.entries(filter).every(
    ([name, value]) => value === undefined || value === "" || summedFilters.has(name),
  );

/** The kept sums over a filter for which `isSummed` holds; exact, at the cost of a few hundred rows at any size. */
export const sumsOfPortfolio = async (
  db: Db,
  tenantId: string,
  filter: AccountFilter,
): Promise<PortfolioGroup[]> => {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`p.tenant_id = ${tenantId}::uuid`];
  const oneOf = (column: string, values: readonly string[] | undefined) => {
    if (!values?.length) return;
    conditions.push(
      sql<boolean>`coalesce(${sql.ref(column)}, 'none') = any(${[...values]}::text[])`,
    );
  };
  oneOf("p.segment", filter.segment);
  oneOf("p.level", filter.level);
  if (filter.grade?.length)
    conditions.push(sql<boolean>`p.grade = any(${[...filter.grade]}::text[])`);
  if (filter.hasSignal !== undefined)
    conditions.push(sql<boolean>`p.has_signal = ${filter.hasSignal}`);
  if (filter.hasProposal !== undefined)
    conditions.push(sql<boolean>`p.has_proposal = ${filter.hasProposal}`);
  const { rows } = await sql<PortfolioGroup>`
    select p.segment, p.level, p.grade, sum(p.accounts)::bigint as accounts, sum(p.placed)::bigint as placed,
      sum(p.order_days)::bigint as order_days, sum(p.revenue_12m_minor)::bigint as revenue,
      sum(p.gross_12m_minor)::bigint as gross, sum(p.value_at_risk_minor)::bigint as at_risk, max(p.as_of) as as_of
    from portfolio_sum p where ${allOf(conditions)} group by 1, 2, 3 having sum(p.accounts) <> 0`.execute(
    db,
  );
  return rows;
};
