import type { Grade } from "@mainstay/domain/account/grade";
import type { Segment } from "@mainstay/domain/account/segment";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type CasePromise, promiseFor } from "@mainstay/domain/case/case-clocks";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";
import { findPolicyInForce } from "../service-policy/policy-in-force.ts";

/** What the service policy in force on a day promises the account about cases, by its segment and grade. */
export const promiseToAccount = async (
  db: Db,
  tenantId: string,
  accountId: string,
  today: IsoDay,
): Promise<CasePromise> => {
  const policy = await findPolicyInForce(db, tenantId, today);
  const { rows } = await sql<{ segment: Segment | null; grade: Grade | null }>`
    select segment, grade from account_standing
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid`.execute(db);
  return promiseFor(policy, rows[0] ?? { segment: null, grade: null });
};
