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

/** Groups over a filter, and the revenue of the fifth of the accounts that brings most. */
interface Sums {
  groups: Group[];
  top: number;
}

/** A filter on standings alone: the kept sums, and the best fifth along the order of revenue. */
const readKeptSums = async (db: Db, actor: Actor, filter: AccountFilter): Promise<Sums> => {
  const groups = await sumsOfPortfolio(db, actor.tenantId, filter);
  const accounts = groups.reduce((sum, group) => sum + group.accounts, 0);
  const conditions = filterConditions(filter, actor.userId);
  const { rows } = await sql<{ top: number | null }>`
    select sum(greatest(revenue_12m_minor, 0))::bigint as top from (
      select s.revenue_12m_minor from account_standing s where s.tenant_id = ${actor.tenantId}::uuid and ${allOf(conditions)}
      order by s.revenue_12m_minor desc, s.account_id desc limit ${Math.ceil(accounts / 5)}) best`.execute(
    db,
  );
  return { groups, top: rows[0]?.top ?? 0 };
};

/** Any other filter: one pass over the standings it matches, read beside its accounts. */
const sumStandings = async (db: Db, actor: Actor, filter: AccountFilter): Promise<Sums> => {
  const tenant = sql`${actor.tenantId}::uuid`;
  const { rows } = await sql<Group & { top: number }>`
    select segment, level, grade, count(*) as accounts, sum(revenue)::bigint as revenue,
      sum(greatest(revenue, 0))::bigint as gross, sum(at_risk)::bigint as at_risk,
      sum(case when fifth = 1 then greatest(revenue, 0) else 0 end)::bigint as top
    from (select s.segment, s.level, s.grade, s.revenue_12m_minor as revenue, s.value_at_risk_minor as at_risk,
        ntile(5) over (order by s.revenue_12m_minor desc, s.account_id desc) as fifth
      from account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
      where s.tenant_id = ${tenant} and a.tenant_id = ${tenant} and ${allOf(filterConditions(filter, actor.userId))}) ranked
    group by 1, 2, 3`.execute(db);
  return { groups: rows, top: rows.reduce((sum, row) => sum + row.top, 0) };
};

/** Totals over the filter by segment, level and grade, and what the top fifth brings. */
export const summariseAccounts = async (
  db: Db,
  actor: Actor,
  filter: AccountFilter,
): Promise<AccountSummary> => {
  const { groups, top } = isSummed(actor, filter)
    ? await readKeptSums(db, actor, filter)
    : await sumStandings(db, actor, filter);
  const gross = groups.reduce((sum, group) => sum + group.gross, 0);
  const { rows: tenants } = await sql<{ as_of: string | null; base_currency: string }>`
    select t.base_currency, coalesce((select max(as_of) from portfolio_sum where tenant_id = ${actor.tenantId}::uuid),
      (select max(as_of) from account_standing where tenant_id = ${actor.tenantId}::uuid)) as as_of
    from tenant t where t.id = ${actor.tenantId}::uuid`.execute(db);
  const whole = total(groups);
  return {
    asOf: tenants[0]?.as_of ?? null,
    baseCurrency: tenants[0]?.base_currency ?? "CNY",
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
    topFifthShare: gross > 0 ? top / gross : null,
  };
};
