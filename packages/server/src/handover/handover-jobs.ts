import type { HandoverSide } from "@mainstay/domain/handover/handover-kind";
import { sql } from "kysely";
import { enqueueCycleRound } from "../cycle/enqueue-cycle-round.ts";
import { notify } from "../notification/notify.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { overseersOfAccount } from "./overseers-of-account.ts";

interface RunningClock {
  account_id: string;
  side: HandoverSide;
  due_at: Date;
}

/**
 * When a clock has run out before acceptance: notes it once for good, tells sponsor and directors, and lets the signals follow.
 * Too early (a clock that jumped) it orders itself for the due instant again.
 */
export const handoverJobs = defineJobs({
  note_overdue_handover: async ({ handoverId }, context) => {
    const { tenantId, clock } = context;
    await context.write(async (tx) => {
      const { rows } = await sql<RunningClock>`
        select account_id, side, due_at from handover where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid
          and status = 'open' and overdue_at is null for update`.execute(tx);
      const running = rows[0];
      if (!running) return;
      const now = clock.now();
      if (now < running.due_at) {
        await enqueue(
          tx,
          "note_overdue_handover",
          { tenantId, handoverId },
          { jobKey: `handover:${handoverId}`, runAt: running.due_at },
        );
        return;
      }
      await sql`update handover set overdue_at = ${now} where tenant_id = ${tenantId}::uuid and id = ${handoverId}::uuid`.execute(
        tx,
      );
      const { account_id: accountId, side } = running;
      await recordAudit(
        tx,
        context,
        "handover.overran",
        { kind: "handover", id: handoverId },
        { accountId },
      );
      await notify(tx, tenantId, {
        userIds: await overseersOfAccount(tx, tenantId, accountId),
        kind: "handover_overdue",
        subjectKind: "handover",
        subjectId: handoverId,
        accountId,
        reason: {
          code: "notification.handover_overdue",
          params: { side, dueAt: running.due_at.toISOString() },
        },
        dedupeKey: `handover_overdue:${handoverId}`,
      });
      await enqueueCycleRound(tx, tenantId, accountId);
    });
  },
});
