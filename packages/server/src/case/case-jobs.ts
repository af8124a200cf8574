import { AppError } from "../platform/http/app-error.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { lockCase, lockDueCases } from "./lock-case.ts";
import type { CaseAuthor } from "./open-case.ts";
import { watchCase } from "./watch-case.ts";

const authorOf = ({ tenantId, clock }: JobContext): CaseAuthor => ({
  tenantId,
  actor: null,
  requestId: null,
  now: clock.now(),
});

const casesAtOnce = 20;

export const caseJobs = defineJobs({
  /** Ordered for the instant at which a clock, a step or a pause is due. */
  watch_case: ({ caseId }, context) =>
    context.write(async (tx) => {
      try {
        await watchCase(tx, authorOf(context), await lockCase(tx, context.tenantId, caseId));
      } catch (error) {
        // The account was deleted with its cases; nothing was written.
        if (!(error instanceof AppError && error.code === "case.not_found")) throw error;
      }
    }),
  /** A few due ones in each transaction, as long as there are any: a second worker takes others. */
  watch_cases: async (_, context) => {
    const author = authorOf(context);
    for (;;) {
      const seen = await context.write(async (tx) => {
        const due = await lockDueCases(tx, context.tenantId, author.now, casesAtOnce);
        for (const record of due) await watchCase(tx, author, record);
        return due.length;
      });
      if (seen === 0) return;
      if (context.abort.aborted) {
        const { tenantId } = context;
        await context.write((tx) => enqueue(tx, "watch_cases", { tenantId }));
        return;
      }
    }
  },
});
