import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { accountTotals } from "../account/account-totals.ts";
import { todayOfJob } from "../platform/clock/workspace-today.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { listMeasurableAccounts, measureAccounts } from "./measure-accounts.ts";

/** Relationships age with the calendar, whenever the order book ends. */
const dayOfJob = async (context: JobContext) => dayNumberFromIso(await todayOfJob(context)) ?? 0;

export const relationshipJobs = defineJobs({
  measure_relationships: async ({ accountIds }, context) => {
    const { database, tenantId } = context;
    const today = await dayOfJob(context);
    await measureAccounts({ database, tenantId, today, keepsWeek: false }, accountIds);
    accountTotals.forget(tenantId);
  },
  measure_portfolio_relationships: async (_, context) => {
    const { database, tenantId } = context;
    const today = await dayOfJob(context);
    const accountIds = await listMeasurableAccounts(database, tenantId);
    await measureAccounts(
      { database, tenantId, today, keepsWeek: true },
      accountIds,
      context.abort,
    );
    accountTotals.forget(tenantId);
  },
});
