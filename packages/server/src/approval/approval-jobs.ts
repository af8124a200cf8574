import { calendarDayIn } from "../platform/clock/clock.ts";
import { readTimeZone } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { lapseUnused, remindOfDue } from "./remind-approval.ts";

export const approvalJobs = defineJobs({
  remind_approvals: async (_, { tenantId, clock, write }) => {
    const now = clock.now();
    await write(async (tx) => {
      const timeZone = await readTimeZone(tx, tenantId);
      const day = { tenantId, now, today: calendarDayIn(timeZone, now) };
      await lapseUnused(tx, day);
      await remindOfDue(tx, day, timeZone);
    });
  },
});
