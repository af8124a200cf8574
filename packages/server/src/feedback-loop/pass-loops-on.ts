import { sql } from "kysely";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { chooseLoopOwner } from "./loop-owner-queries.ts";
import { changeLoop } from "./loop-record.ts";
import type { LoopAuthor } from "./open-loop.ts";

interface OwnedLoop {
  id: string;
  account_id: string;
  department_id: string | null;
  contact_due_at: Date;
  version: number;
}

/**
 * Gives running loops of a case to somebody else when it turns out that the case is about their owner: nobody speaks with the customer
 * about themselves, and who may not would let the clock run out. Whoever is next is told; nobody left leaves them to a director.
 */
export const passLoopsOn = async (
  tx: Tx,
  author: Omit<LoopAuthor, "today">,
  caseId: string,
  complainedUserIds: readonly string[],
): Promise<void> => {
  const { tenantId } = author;
  const { rows } = await sql<OwnedLoop>`
    select id, account_id, department_id, contact_due_at, version from feedback_loop
    where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid and status not in ('remeasured', 'dropped')
      and owner_user_id = any(${[...complainedUserIds]}::uuid[]) order by id for update`.execute(
    tx,
  );
  for (const loop of rows) {
    const accountId = loop.account_id;
    const owner = { accountId, departmentId: loop.department_id, complainedUserIds };
    const ownerUserId = await chooseLoopOwner(tx, tenantId, owner);
    await changeLoop(tx, author, loop.id, { owner_user_id: ownerUserId });
    const subject = { kind: "feedback_loop", id: loop.id };
    await recordAudit(tx, author, "feedback_loop.given", subject, { accountId });
    if (ownerUserId === null) continue;
    const dueOn = calendarDayIn(await readTimeZone(tx, tenantId), loop.contact_due_at);
    await notify(tx, tenantId, {
      userIds: [ownerUserId],
      kind: "feedback_loop_opened",
      subjectKind: "feedback_loop",
      subjectId: loop.id,
      accountId,
      reason: { params: { dueOn } },
      dedupeKey: `feedback_loop_given:${loop.id}:${loop.version}`,
    });
  }
};
