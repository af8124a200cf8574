import { calendarDayIn } from "../platform/clock/clock.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";

export const demoJobs = defineJobs({
  generate_demo_portfolio: async (_, context) => {
    const zone = await context.read((db) =>
      db
        .selectFrom("tenant")
        .select("time_zone")
        .where("id", "=", context.tenantId)
        .executeTakeFirstOrThrow(),
    );
    const today = calendarDayIn(zone.time_zone, context.clock.now());
    const { generateDemoPortfolio } = await import("./generate-demo-portfolio.ts");
    const outcome = await context.write((tx) => generateDemoPortfolio(tx, context, today), {
      statementTimeoutMs: 0,
    });
    context.log.info({ outcome }, "demo portfolio");
  },
});
