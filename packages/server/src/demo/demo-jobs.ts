import { todayOfJob } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";

export const demoJobs = defineJobs({
  generate_demo_portfolio: async (_, context) => {
    const today = await todayOfJob(context);
    const { generateDemoPortfolio } = await import("./generate-demo-portfolio.ts");
    const outcome = await context.write((tx) => generateDemoPortfolio(tx, context, today), {
      statementTimeoutMs: 0,
    });
    context.log.info({ outcome }, "demo portfolio");
  },
});
