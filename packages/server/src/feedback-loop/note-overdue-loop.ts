import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { overseersOfAccount } from "../handover/overseers-of-account.ts";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { watchContactClock } from "./open-loop.ts";

interface WaitingLoop {
  account_id: string;
  manager_user_id: string | null;
  complained_user_ids: string[];
  owner_user_id: string | null;
  contact_due_at: Date;
}

/**
 * When nobody has spoken with the customer in time: notes it once for good, tells the owner, the account's manager and who
 * oversees the account, but nobody it is about, and lets signals and health follow. Too early (a clock that jumped) it orders
 * itself for the due instant again.
 */
export const feedbackLoopJobs = defineJobs({
  note_overdue_loop: async ({ loopId }, context) => {
    const { tenantId, clock } = context;
    await context.write(async (tx) => {
      const { rows } = await sql<WaitingLoop>`
        select l.account_id, l.owner_user_id, l.contact_due_at, a.manager_user_id,
          coalesce(c.complained_user_ids, '{}') as complained_user_ids
        from feedback_loop l join account a on a.tenant_id = l.tenant_id and a.id = l.account_id
        left join service_case c on c.tenant_id = l.tenant_id and c.id = l.case_id
        where l.tenant_id = ${tenantId}::uuid and l.id = ${loopId}::uuid and l.status = 'open' and l.overdue_told_at is null
        for update of l`.execute(tx);
      const waiting = rows[0];
      if (!waiting) return;
      const now = clock.now();
      if (now < waiting.contact_due_at) {
        await watchContactClock(tx, tenantId, loopId, waiting.contact_due_at);
        return;
      }
      await sql`update feedback_loop set overdue_told_at = ${now} where tenant_id = ${tenantId}::uuid and id = ${loopId}::uuid`.execute(
        tx,
      );
      const accountId = waiting.account_id;
      const subject = { kind: "feedback_loop", id: loopId };
      await recordAudit(tx, context, "feedback_loop.overran", subject, { accountId });
      const { owner_user_id: owner, manager_user_id: manager } = waiting;
      const told = [owner, manager, ...(await overseersOfAccount(tx, tenantId, accountId))].filter(
        (id) => id !== null,
      );
      await notify(tx, tenantId, {
        userIds: [...new Set(told)].filter((id) => !waiting.complained_user_ids.includes(id)),
        kind: "feedback_loop_overdue",
        subjectKind: "feedback_loop",
        subjectId: loopId,
        accountId,
        reason: {
          params: {
            dueOn: calendarDayIn(await readTimeZone(tx, tenantId), waiting.contact_due_at),
          },
        },
        // A loop that came back with the next bad answer has another clock, of which is told again.
        dedupeKey: `feedback_loop_overdue:${loopId}:${waiting.contact_due_at.toISOString()}`,
      });
      await enqueueCycleRound(tx, tenantId, accountId);
    });
  },
});
