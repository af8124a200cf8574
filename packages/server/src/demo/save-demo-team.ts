import { seededRandom } from "@mainstay/analytics/numeric/seeded-random";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { sql } from "kysely";
import { newId } from "../platform/clock/new-id.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Our people in the demo. They have no password: nobody can sign in as them until the administrator invites somebody. */
export interface DemoTeam {
  readonly managers: readonly string[];
  readonly sponsor: string;
}

const cast = [
  ["manager", "李明远（演示）"],
  ["manager", "陈思琪（演示）"],
  ["manager", "王海涛（演示）"],
  ["manager", "赵雅楠（演示）"],
  ["sponsor", "周正川（演示）"],
] as const;

/** Four account managers and a sponsor, so that accounts and signals have owners. */
export const saveDemoTeam = async (tx: Tx, tenantId: TenantId): Promise<DemoTeam> => {
  const rows = cast.map(([role, name], index) => ({
    tenant_id: tenantId,
    id: newId(),
    email: `demo-${index + 1}@demo.invalid`,
    name,
    role,
    visibility: role === "manager" ? "own" : "all",
  }));
  await tx.insertInto("app_user").values(rows).execute();
  const ids = rows.map(({ id }) => id);
  return { managers: ids.slice(0, 4), sponsor: ids[4] ?? "" };
};

const talks = [
  ["visit", "季度回访：确认下季度用量计划，对方关注交期。"],
  ["call", "电话沟通备件库存，采购表示正在比价。"],
  ["meeting", "技术交流会，客户提出两项改进需求。"],
  ["meal", "与采购总监午餐，了解到对方组织调整。"],
  ["message", "发送新品资料，对方回复下周讨论。"],
] as const;

/** Contacts of the past half year with the key accounts, oldest silence for the riskiest. */
export const saveDemoContacts = async (
  tx: Tx,
  tenantId: TenantId,
  accountIds: readonly string[],
  managers: readonly string[],
  today: number,
): Promise<void> => {
  const random = seededRandom(7);
  for (const [index, accountId] of accountIds.entries()) {
    let day = today - 6 - Math.floor(random.uniform() * 45);
    const manager = managers[index % managers.length] ?? null;
    for (const [kind, summary] of talks.slice(0, 2 + (index % 4))) {
      await sql`
        insert into interaction (tenant_id, occurred_on, id, account_id, kind, is_two_way, summary, logged_by, person_ids)
        select ${tenantId}::uuid, ${isoFromDayNumber(day)}::date, ${newId()}::uuid, ${accountId}::uuid, ${kind}, true,
          ${summary}, ${manager}::uuid, coalesce((select array_agg(person_id) from (select person_id from position
            where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid order by id limit 1) p), '{}')`.execute(
        tx,
      );
      day -= 14 + Math.floor(random.uniform() * 40);
    }
  }
};
