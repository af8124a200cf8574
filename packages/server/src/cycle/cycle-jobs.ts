import { accountTotals } from "../account/account-totals.ts";
import { todayOfJob } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { listCycleAccounts, runCycle } from "./run-cycle.ts";

export const cycleJobs = defineJobs({
  run_cycle: async ({ accountIds }, context) => {
    const { database, tenantId } = context;
    const now = context.clock.now();
    await runCycle({ database, tenantId, today: await todayOfJob(context), now }, accountIds);
    accountTotals.forget(tenantId);
  },
  run_portfolio_cycle: async (_, context) => {
    const { database, tenantId } = context;
    const accountIds = await listCycleAccounts(database, tenantId);
    await runCycle(
      { database, tenantId, today: await todayOfJob(context), now: context.clock.now() },
      accountIds,
      context.abort,
    );
    accountTotals.forget(tenantId);
  },
});
