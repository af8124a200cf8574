import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type PolicySeat, policyLineFor } from "@mainstay/domain/service-policy/service-terms";
import type { SignalSeverity } from "@mainstay/domain/signal/signal-kind";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { findPolicyInForce } from "../service-policy/policy-in-force.ts";

/** An account whose seats are not filled as the service policy demands. */
export interface IncompleteTeam {
  readonly accountId: string;
  readonly seats: readonly PolicySeat[];
  readonly ownSeverity: SignalSeverity;
}

type Row = { id: string; segment: Segment | null; grade: Grade | null } & Record<
  PolicySeat,
  boolean
>;

/**
 * 团队不完整 Seats that the policy demands of an account of its segment and grade and that nobody active fills. Of the small
 * accounts only those are asked that have anybody at all: thousands without an owner are a list to deal out, not thousands of warnings.
 */
export const findIncompleteTeams = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[] | null,
  onDay: IsoDay,
): Promise<IncompleteTeam[]> => {
  const policy = await findPolicyInForce(db, tenantId, onDay);
  const isAsked = accountIds === null ? sql`true` : sql`a.id = any(${[...accountIds]}::uuid[])`;
  const { rows } = await sql<Row>`
    select a.id, s.segment, s.grade, m.id is not null as manager, b.id is not null as backup, e.id is not null as sponsor
    from account a join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
    left join app_user e on e.tenant_id = a.tenant_id and e.id = a.sponsor_user_id and e.is_active
    where a.tenant_id = ${tenantId}::uuid and ${isAsked} and s.segment is not null
      and (m.id is null or b.id is null or e.id is null)
      and (s.grade in ('strategic', 'key') or s.segment = 'core' or coalesce(m.id, b.id, e.id) is not null)`.execute(
    db,
  );
  const demanded = new Map<string, readonly PolicySeat[]>();
  return rows.flatMap(({ id, segment, grade, ...filled }) => {
    const key = `${segment} ${grade}`;
    const seats = demanded.get(key) ?? policyLineFor(policy, { segment, grade }).terms.seats;
    demanded.set(key, seats);
    const empty = seats.filter((seat) => !filled[seat]);
    if (empty.length === 0) return [];
    const ownSeverity = empty.includes("manager") ? ("act" as const) : ("watch" as const);
    return [{ accountId: id, seats: empty, ownSeverity }];
  });
};
