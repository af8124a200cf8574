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
  owner_user_id: string | null;
  contact_due_at: Date;
}

/**
 * When nobody has spoken with the customer in time: notes it once for good, tells the owner and who oversees the account,
 * and lets signals and health follow. Too early (a clock that jumped) it orders itself for the due instant again.
 */
export const feedbackLoopJobs = defineJobs({
  note_overdue_loop: async ({ loopId }, context) => {
    const { tenantId, clock } = context;
    await context.write(async (tx) => {
      const { rows } = await sql<WaitingLoop>`
        select account_id, owner_user_id, contact_due_at from feedback_loop
        where tenant_id = ${tenantId}::uuid and id = ${loopId}::uuid and status = 'open' and overdue_told_at is null
        for update`.execute(tx);
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
      const above = await overseersOfAccount(tx, tenantId, accountId);
      await notify(tx, tenantId, {
        userIds: waiting.owner_user_id ? [waiting.owner_user_id, ...above] : above,
        kind: "feedback_loop_overdue",
        subjectKind: "feedback_loop",
        subjectId: loopId,
        accountId,
        reason: {
          params: {
            dueOn: calendarDayIn(await readTimeZone(tx, tenantId), waiting.contact_due_at),
          },
        },
        dedupeKey: `feedback_loop_overdue:${loopId}`,
      });
      await enqueueCycleRound(tx, tenantId, accountId);
    });
  },
});
