import { accountTotals } from "../account/account-totals.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { listCycleAccounts, runCycle } from "./run-cycle.ts";

/** Today in the workspace's time zone. */
const todayOf = async (context: JobContext): Promise<string> => {
  const { time_zone } = await context.read((db) =>
    db
      .selectFrom("tenant")
      .select("time_zone")
      .where("id", "=", context.tenantId)
      .executeTakeFirstOrThrow(),
  );
  return calendarDayIn(time_zone, context.clock.now());
};

export const cycleJobs = defineJobs({
  run_cycle: async ({ accountIds }, context) => {
    const { database, tenantId } = context;
    const now = context.clock.now();
    await runCycle({ database, tenantId, today: await todayOf(context), now }, accountIds);
    accountTotals.forget(tenantId);
  },
  run_portfolio_cycle: async (_, context) => {
    const { database, tenantId } = context;
    const accountIds = await listCycleAccounts(database, tenantId);
    await runCycle(
      { database, tenantId, today: await todayOf(context), now: context.clock.now() },
      accountIds,
      context.abort,
    );
    accountTotals.forget(tenantId);
  },
});
