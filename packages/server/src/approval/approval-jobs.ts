import { calendarDayIn } from "../platform/clock/clock.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { lapseUnused, remindOfDue } from "./remind-approval.ts";

export const approvalJobs = defineJobs({
  remind_approvals: async (_, { tenantId, clock, write }) => {
    const now = clock.now();
    await write(async (tx) => {
      const { time_zone } = await tx
        .selectFrom("tenant")
        .select("time_zone")
        .where("id", "=", tenantId)
        .executeTakeFirstOrThrow();
      const day = { tenantId, now, today: calendarDayIn(time_zone, now) };
      await lapseUnused(tx, day);
      await remindOfDue(tx, day, time_zone);
    });
  },
});
