import { AppError } from "../platform/http/app-error.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { lockCase, lockDueCase } from "./lock-case.ts";
import type { CaseAuthor } from "./open-case.ts";
import { watchCase } from "./watch-case.ts";

const authorOf = ({ tenantId, clock }: JobContext): CaseAuthor => ({
  tenantId,
  actor: null,
  requestId: null,
  now: clock.now(),
});

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
  /**
   * Every due one in a transaction of its own: a second worker takes others, and one that fails is passed over, so that it keeps
   * nobody waiting; the round then counts as failed and comes again.
   */
  watch_cases: async (_, context) => {
    const author = authorOf(context);
    const passedOver: string[] = [];
    const problems: unknown[] = [];
    for (;;) {
      let caseId: string | null = null;
      try {
        await context.write(async (tx) => {
          const record = await lockDueCase(tx, context.tenantId, author.now, passedOver);
          caseId = record?.id ?? null;
          if (record) await watchCase(tx, author, record);
        });
      } catch (error) {
        if (caseId === null) throw error;
        passedOver.push(caseId);
        problems.push(error);
      }
      if (caseId === null) break;
      if (context.abort.aborted) {
        const { tenantId } = context;
        await context.write((tx) => enqueue(tx, "watch_cases", { tenantId }));
        return;
      }
    }
    if (problems.length > 0)
      throw new AggregateError(problems, `${problems.length} cases could not be looked at`);
  },
});
