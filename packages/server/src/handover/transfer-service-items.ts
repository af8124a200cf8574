import type { TransferredThing } from "@mainstay/domain/handover/transferred-thing";
import { type RawBuilder, sql } from "kysely";
import { recordCaseEvent } from "../case/record-case-event.ts";
import { endTransfer } from "../case/transfer-case.ts";
import type { Context } from "../platform/access/context.ts";
import type { Tx } from "../platform/db/database-handles.ts";

/** Whose work goes to whom, at which account. */
interface Passing {
  readonly accountId: string;
  readonly fromUserId: string;
  readonly toUserId: string;
}

/** Cases that are not over pass on, but none that complains about who takes over; who answers for one since the first call stays. */
const transferCases = async (
  tx: Tx,
  context: Context,
  { accountId, fromUserId, toUserId }: Passing,
): Promise<number> => {
  const { tenantId, actor, now } = context;
  const { rows } = await sql<{ id: string }>`
    update service_case set handler_user_id = ${toUserId}::uuid, version = version + 1, updated_at = ${now}
    where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and handler_user_id = ${fromUserId}::uuid
      and status in ('open', 'paused', 'solved') and not ${toUserId}::uuid = any(complained_user_ids)
    returning id`.execute(tx);
  for (const { id: caseId } of rows) {
    await endTransfer(tx, context, caseId, "withdrawn");
    await recordCaseEvent(tx, {
      tenantId,
      caseId,
      kind: "assigned",
      at: now,
      byUserId: actor.userId,
      detail: { fromUserId, toUserId, because: "handover" },
    });
  }
  return rows.length;
};

/** What service left open with whoever leaves a seat goes to whoever takes it; counts what moved. */
export const transferServiceItems = async (
  tx: Tx,
  context: Context,
  passing: Passing,
): Promise<{ what: TransferredThing; count: number }[]> => {
  const { tenantId, now } = context;
  const { accountId, fromUserId, toUserId } = passing;
  const move = async (table: string, owner: string, open: RawBuilder<boolean>): Promise<number> => {
    const { numAffectedRows } = await sql`
      update ${sql.table(table)} set ${sql.ref(owner)} = ${toUserId}::uuid, version = version + 1, updated_at = ${now}
      where tenant_id = ${tenantId}::uuid and account_id = ${accountId}::uuid and ${sql.ref(owner)} = ${fromUserId}::uuid
        and ${open}`.execute(tx);
    return Number(numAffectedRows);
  };
  const aboutOthers = sql<boolean>`status not in ('remeasured', 'dropped') and not exists (select 1 from service_case c
    where c.tenant_id = feedback_loop.tenant_id and c.id = feedback_loop.case_id and ${toUserId}::uuid = any(c.complained_user_ids))`;
  return [
    { what: "cases", count: await transferCases(tx, context, passing) },
    { what: "promises", count: await move("promise", "giver_user_id", sql`status = 'open'`) },
    {
      what: "needs",
      count: await move("need", "owner_user_id", sql`state not in ('valued', 'declined')`),
    },
    { what: "feedbackLoops", count: await move("feedback_loop", "owner_user_id", aboutOthers) },
  ];
};
