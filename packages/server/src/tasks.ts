import { approvalJobs } from "./approval/approval-jobs.ts";
import { closingJobs } from "./case-closing/closing-jobs.ts";
import { consentJobs } from "./consent/consent-jobs.ts";
import { auditJobs } from "./audit/audit-jobs.ts";
import { cycleJobs } from "./cycle/cycle-jobs.ts";
import { demoJobs } from "./demo/demo-jobs.ts";
import { evaluationJobs } from "./evaluation/evaluation-jobs.ts";
import { exchangeRateJobs } from "./exchange-rate/exchange-rate-jobs.ts";
import { factJobs } from "./fact/fact-jobs.ts";
import { serviceAnalysisJobs } from "./service-analysis/refresh-case-sums.ts";
import { feedbackLoopJobs } from "./feedback-loop/note-overdue-loop.ts";
import { caseJobs } from "./case/case-jobs.ts";
import { handoverJobs } from "./handover/handover-jobs.ts";
import { incomingMessageJobs } from "./incoming-message/incoming-message-jobs.ts";
import { importJobs } from "./import/import-jobs.ts";
import { mailboxJobs } from "./mailbox/mailbox-jobs.ts";
import { notificationJobs } from "./notification/notification-jobs.ts";
import type { JobRegistry } from "./platform/jobs/job-registry.ts";
import { surveyJobs } from "./survey/survey-jobs.ts";
import { relationshipJobs } from "./relationship/relationship-jobs.ts";
import { sessionJobs } from "./session/session-jobs.ts";

/** Every noun's background jobs; the worker runs what stands here. */
export const taskRegistry: JobRegistry = {
  ...sessionJobs,
  ...auditJobs,
  ...importJobs,
  ...factJobs,
  ...demoJobs,
  ...evaluationJobs,
  ...exchangeRateJobs,
  ...relationshipJobs,
  ...cycleJobs,
  ...handoverJobs,
  ...caseJobs,
  ...feedbackLoopJobs,
  ...serviceAnalysisJobs,
  ...approvalJobs,
  ...closingJobs,
  ...consentJobs,
  ...notificationJobs,
  ...surveyJobs,
  ...incomingMessageJobs,
  ...mailboxJobs,
};
