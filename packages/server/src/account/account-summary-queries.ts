import type { AccountFilter, AccountSummary } from "@mainstay/contract/account";
import type { Actor } from "@mainstay/domain/access/actor";
import { grades } from "@mainstay/domain/account/grade";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { segments } from "@mainstay/domain/account/segment";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { allOf, filterConditions } from "./account-filter-sql.ts";
import { isSummed, type PortfolioGroup, sumsOfPortfolio } from "./portfolio-sums.ts";

type Group = Pick<
  PortfolioGroup,
  "segment" | "level" | "grade" | "accounts" | "revenue" | "gross" | "at_risk"
>;

/** Sums several groups; money stays exact as long as it fits 2^53 minor units. */
const total = (groups: readonly Group[]) => ({
  accounts: groups.reduce((sum, group) => sum + group.accounts, 0),
  revenue12mMinor: groups.reduce((sum, group) => sum + group.revenue, 0),
  valueAtRiskMinor: groups.reduce((sum, group) => sum + group.at_risk, 0),
});

/** The groups over any filter, read from the standings themselves. */
const groupStandings = async (db: Db, actor: Actor, filter: AccountFilter): Promise<Group[]> => {
  const { rows } = await sql<Group>`
    select s.segment, s.level, s.grade, count(*) as accounts, sum(s.revenue_12m_minor)::bigint as revenue,
      sum(greatest(s.revenue_12m_minor, 0))::bigint as gross, sum(s.value_at_risk_minor)::bigint as at_risk
    from ${standings(actor, filter)} group by 1, 2, 3`.execute(db);
  return rows;
};

const standings = (actor: Actor, filter: AccountFilter) => {
  const tenant = sql`${actor.tenantId}::uuid`;
  const join = isSummed(actor, filter)
    ? sql``
    : sql`join account a on a.tenant_id = s.tenant_id and a.id = s.account_id and a.tenant_id = ${tenant}`;
  const conditions = filterConditions(filter, actor.userId);
  return sql`account_standing s ${join} where s.tenant_id = ${tenant} and ${allOf(conditions)}`;
};

/**
 * Totals over the filter by segment, level and grade, and what the top fifth brings. Filters on the standing alone are answered
 * from the kept sums; any other reads the standings it matches.
 */
export const summariseAccounts = async (
  db: Db,
  actor: Actor,
  filter: AccountFilter,
): Promise<AccountSummary> => {
  const { tenantId } = actor;
  const groups = isSummed(actor, filter)
    ? await sumsOfPortfolio(db, tenantId, filter)
    : await groupStandings(db, actor, filter);
  const accounts = groups.reduce((sum, group) => sum + group.accounts, 0);
  const gross = groups.reduce((sum, group) => sum + group.gross, 0);
  const { rows: fifth } = await sql<{
    top: number | null;
    as_of: string | null;
    base_currency: string;
  }>`
    select t.base_currency, (select max(as_of) from portfolio_sum where tenant_id = ${tenantId}::uuid) as as_of,
      (select sum(greatest(revenue_12m_minor, 0))::bigint from (
        select s.revenue_12m_minor from ${standings(actor, filter)}
        order by s.revenue_12m_minor desc, s.account_id desc limit ${Math.ceil(accounts / 5)}) best) as top
    from tenant t where t.id = ${tenantId}::uuid`.execute(db);
  const whole = total(groups);
  return {
    asOf: fifth[0]?.as_of ?? null,
    baseCurrency: fifth[0]?.base_currency ?? "CNY",
    ...whole,
    bySegment: [...segments, null]
      .map((segment) => ({
        segment,
        ...total(groups.filter((group) => group.segment === segment)),
      }))
      .filter((row) => row.segment !== null || row.accounts > 0),
    byLevel: riskLevels.map((level) => {
      const { accounts, valueAtRiskMinor } = total(groups.filter((group) => group.level === level));
      return { level, accounts, valueAtRiskMinor };
    }),
    byGrade: [...grades, null]
      .map((grade) => ({
        grade,
        accounts: total(groups.filter((group) => group.grade === grade)).accounts,
      }))
      .filter((row) => row.grade !== null || row.accounts > 0),
    topFifthShare: gross > 0 ? (fifth[0]?.top ?? 0) / gross : null,
  };
};
