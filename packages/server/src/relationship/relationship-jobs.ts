import { dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { accountTotals } from "../account/account-totals.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { listMeasurableAccounts, measureAccounts } from "./measure-accounts.ts";

/** Today in the workspace's time zone: relationships age with the calendar, whenever the order book ends. */
const todayOf = async (context: JobContext) => {
  const { time_zone } = await context.read((db) =>
    db
      .selectFrom("tenant")
      .select("time_zone")
      .where("id", "=", context.tenantId)
      .executeTakeFirstOrThrow(),
  );
  return dayNumberFromIso(calendarDayIn(time_zone, context.clock.now())) ?? 0;
};

export const relationshipJobs = defineJobs({
  measure_relationships: async ({ accountIds }, context) => {
    const { database, tenantId } = context;
    const today = await todayOf(context);
    await measureAccounts({ database, tenantId, today, keepsWeek: false }, accountIds);
    accountTotals.forget(tenantId);
  },
  measure_portfolio_relationships: async (_, context) => {
    const { database, tenantId } = context;
    const today = await todayOf(context);
    const accountIds = await listMeasurableAccounts(database, tenantId);
    await measureAccounts(
      { database, tenantId, today, keepsWeek: true },
      accountIds,
      context.abort,
    );
    accountTotals.forget(tenantId);
  },
});
