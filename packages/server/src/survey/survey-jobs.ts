import { workspaceToday } from "../platform/clock/workspace-today.ts";
import { defineJobs } from "../platform/jobs/job-registry.ts";
import { askAfterCase } from "./ask-after-case.ts";
import { runSurveys } from "./run-surveys.ts";

export const surveyJobs = defineJobs({
  run_surveys: (_, context) => runSurveys(context),
  ask_after_case: async ({ caseId }, { tenantId, clock, write }) => {
    await write(async (tx) => {
      const now = clock.now();
      const today = await workspaceToday(tx, tenantId, now);
      await askAfterCase(tx, { tenantId, actor: null, requestId: null, now, today }, caseId);
    });
  },
});
