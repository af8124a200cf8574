import { gradesAlwaysOwed, segmentsAlwaysOwed } from "@mainstay/domain/obligation/under-policy";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { type RawBuilder, sql } from "kysely";
import type { OwedDuty, PeriodRow } from "./owed-duties.ts";

/** What one round knows before it asks the database anything. */
export interface OwedRound {
  readonly tenantId: TenantId;
  readonly today: string;
  readonly accountIds: readonly string[];
  readonly policyVersion: number;
  readonly duties: readonly OwedDuty[];
  readonly periods: readonly PeriodRow[];
  /** When another version of the policy comes into force; null when none is waiting. */
  readonly nextPolicyFrom: string | null;
}

/**
 * `staff` (who answers for an account: a deactivated or missing owner gives way to the next seat), `owed` (its dated duties)
 * and `period`, as the heads of a statement; the domain's `isUnderPolicy` in SQL.
 */
export const withOwed = ({
  tenantId,
  accountIds,
  duties,
  periods,
}: OwedRound): RawBuilder<unknown> =>
  sql`with duty as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(duties)}::jsonb)
      as d (segment text, grade text, kind text, every text, contact_kinds text[], line text)),
  period as materialized (
    select * from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
      as p (every text, from_on date, to_on date, due_on date, is_first boolean, is_near boolean, is_beyond boolean)),
  staff as materialized (
    select a.id as account_id, coalesce(s.segment, 'none') as segment, coalesce(s.grade, 'none') as grade,
      a.manager_user_id is not null or s.segment = any(${[...segmentsAlwaysOwed]}::text[])
        or s.grade = any(${[...gradesAlwaysOwed]}::text[]) as is_owed,
      coalesce(m.id, b.id) as keeper_id, coalesce(x.id, m.id, b.id) as executive_id
    from account a
    left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
    left join app_user x on x.tenant_id = a.tenant_id and x.id = a.sponsor_user_id and x.is_active
    where a.tenant_id = ${tenantId}::uuid and a.id = any(${[...accountIds]}::uuid[])),
  owed as materialized (
    select f.account_id, d.kind, d.every, d.contact_kinds, d.line
    from staff f join duty d on d.segment = f.segment and d.grade = f.grade where f.is_owed)`;

/** Who answers for a row `o` of an obligation, by `staff f`. */
export const ownerOf = sql`case when o.kind = 'executive_meeting' then f.executive_id else f.keeper_id end`;

/** The cadence a row `o` was made for, by the length of its period. */
export const cadenceOf = sql`case when o.period_to - o.period_from < 32 then 'month' when o.period_to - o.period_from < 93 then 'quarter'
  when o.period_to - o.period_from < 185 then 'half_year' else 'year' end`;
