import type { OwedServiceView } from "@mainstay/contract/service-policy";
import {
  calendarParts,
  dayNumberFromIso,
  dayNumberOf,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import { isUnderPolicy } from "@mainstay/domain/obligation/under-policy";
import { type PolicySeat, policyLineFor } from "@mainstay/domain/service-policy/service-terms";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findPolicyInForce } from "../service-policy/policy-in-force.ts";
import { rateOfAccount } from "./compliance-queries.ts";
import type { Asker } from "./obligation-queries.ts";
import {
  type ObligationRecord,
  obligationColumns,
  obligationTables,
  toObligationView,
} from "./obligation-view.ts";

const mostPast = 12;

const findPlaced = async (db: Db, tenantId: string, accountId: string) => {
  const { rows } = await sql<{
    segment: Segment | null;
    grade: Grade | null;
    manager_user_id: string | null;
    manager: boolean;
    backup: boolean;
    sponsor: boolean;
  }>`
    select s.segment, s.grade, a.manager_user_id, m.id is not null as manager, b.id is not null as backup, x.id is not null as sponsor
    from account a
    left join account_standing s on s.tenant_id = a.tenant_id and s.account_id = a.id
    left join app_user m on m.tenant_id = a.tenant_id and m.id = a.manager_user_id and m.is_active
    left join app_user b on b.tenant_id = a.tenant_id and b.id = a.backup_user_id and b.is_active
    left join app_user x on x.tenant_id = a.tenant_id and x.id = a.sponsor_user_id and x.is_active
    where a.tenant_id = ${tenantId}::uuid and a.id = ${accountId}::uuid`.execute(db);
  return rows[0] ?? null;
};

const listRecords = async (db: Db, tenantId: string, accountId: string, isOpen: boolean) => {
  const { rows } = await sql<ObligationRecord>`
    select ${obligationColumns} from ${obligationTables}
    where o.tenant_id = ${tenantId}::uuid and o.account_id = ${accountId}::uuid
      and ${isOpen ? sql`o.status = 'open'` : sql`o.status <> 'open'`}
    order by ${isOpen ? sql`o.due_on, o.id` : sql`coalesce(o.fulfilled_on, o.due_on) desc, o.id`}
    limit ${sql.lit(isOpen ? 50 : mostPast)}`.execute(db);
  return rows;
};

/** What an account is owed and by which line of the policy, what is open, what became of the last ones, and its rate of a year. */
export const loadAccountObligations = async (db: Db, asker: Asker, accountId: string) => {
  const { actor, today } = asker;
  const { tenantId } = actor;
  const placed = await findPlaced(db, tenantId, accountId);
  if (!placed) throw new AppError("account.not_found");
  const policy = await findPolicyInForce(db, tenantId, today);
  const owed = policyLineFor(policy, placed);
  const { year, month, day } = calendarParts(dayNumberFromIso(today) ?? 0);
  const yearAgo = isoFromDayNumber(dayNumberOf(year - 1, month, day));
  const views = async (isOpen: boolean) =>
    (await listRecords(db, tenantId, accountId, isOpen)).map((record) =>
      toObligationView(actor, today, record),
    );
  return {
    policyVersion: policy.version,
    effectiveFrom: policy.effectiveFrom,
    segment: placed.segment,
    grade: placed.grade,
    isUnderPolicy: isUnderPolicy({
      managerUserId: placed.manager_user_id,
      segment: placed.segment,
      grade: placed.grade,
    }),
    owed: owed as OwedServiceView,
    missingSeats: owed.terms.seats.filter((seat: PolicySeat) => !placed[seat]),
    open: await views(true),
    past: await views(false),
    rate: await rateOfAccount(db, asker, accountId, yearAgo),
  };
};
