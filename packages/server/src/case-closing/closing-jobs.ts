import { daysWaiting, reminderDue } from "@mainstay/domain/case-closing/closing-rule";
import { sql } from "kysely";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { askConfirmation, orderReminder } from "./ask-confirmation.ts";
import { lockForClosing } from "./closing-record.ts";

/**
 * Reminds a customer who has not said whether a solution holds, three days and seven days after it, and never again: after that
 * the case stays visibly unconfirmed, for a colleague to call. Whoever has no address gets none.
 */
export const closingJobs = defineJobs({
  remind_confirmation: ({ caseId }, context) =>
    context.write(async (tx) => {
      const { tenantId, clock } = context;
      const record = await lockForClosing(tx, tenantId, caseId);
      if (record?.status !== "solved" || record.solved_at === null) return;
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from case_event where tenant_id = ${tenantId}::uuid and case_id = ${caseId}::uuid
          and kind = 'link_sent' and at >= ${record.solved_at} and (detail ->> 'reminder') is not null`.execute(
        tx,
      );
      const sent = rows[0]?.n ?? 0;
      const now = clock.now();
      const zone = await readTimeZone(tx, tenantId);
      const today = calendarDayIn(zone, now);
      const days = daysWaiting(calendarDayIn(zone, record.solved_at), today);
      if (reminderDue(days, sent) === null)
        return orderReminder(tx, tenantId, caseId, record.solved_at, sent);
      await askConfirmation(tx, { ...context, now, today }, { caseId, reminder: sent + 1 });
      await orderReminder(tx, tenantId, caseId, record.solved_at, sent + 1);
    }),
});
