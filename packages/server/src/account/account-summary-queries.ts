import type { AccountFilter, AccountSummary } from "@mainstay/contract/account";
import { grades } from "@mainstay/domain/account/grade";
import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { riskLevels } from "@mainstay/domain/account/risk-level";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { allOf, filterConditions } from "./account-filter-sql.ts";

interface Group {
  segment: Segment | null;
  level: RiskLevel;
  grade: (typeof grades)[number] | null;
  accounts: number;
  revenue: number;
  at_risk: number;
}

/** Sums several groups; money stays exact as long as it fits 2^53 minor units. */
const total = (groups: readonly Group[]) => ({
  accounts: groups.reduce((sum, group) => sum + group.accounts, 0),
  revenue12mMinor: groups.reduce((sum, group) => sum + group.revenue, 0),
  valueAtRiskMinor: groups.reduce((sum, group) => sum + group.at_risk, 0),
});

/** Totals over the filter by segment, level and grade, and what the top fifth brings, in two passes over the standings. */
export const summariseAccounts = async (
  db: Db,
  tenantId: string,
  actorUserId: string,
  filter: AccountFilter,
): Promise<AccountSummary> => {
  const { conditions } = filterConditions(filter, actorUserId);
  const from = sql`from account_standing s join account a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = ${tenantId}::uuid and ${allOf(conditions)}`;
  const { rows: groups } = await sql<Group>`
    select s.segment, s.level, s.grade, count(*) as accounts, sum(s.revenue_12m_minor)::bigint as revenue,
      sum(s.value_at_risk_minor)::bigint as at_risk
    ${from} group by 1, 2, 3`.execute(db);
  const { rows: fifth } = await sql<{
    share: number | null;
    as_of: string | null;
    base_currency: string;
  }>`
    select t.base_currency,
      (select max(s.as_of) from account_standing s where s.tenant_id = ${tenantId}::uuid) as as_of,
      (select sum(revenue) filter (where fifth = 1)::float8 / nullif(sum(revenue), 0)::float8 from (
        select greatest(s.revenue_12m_minor, 0) as revenue, ntile(5) over (order by s.revenue_12m_minor desc) as fifth
        ${from}) ranked) as share
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
    topFifthShare: fifth[0]?.share ?? null,
  };
};
