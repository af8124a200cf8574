import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { accountTotals } from "../account/account-totals.ts";
import { enqueuePortfolioCycle } from "../cycle/enqueue-cycle-round.ts";
import { todayOfJob } from "../platform/clock/workspace-today.ts";
import { newId } from "../platform/clock/new-id.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { enqueuePortfolioRound } from "../relationship/enqueue-relationship-round.ts";
import { findAsOfDay } from "./as-of-day.ts";
import { evaluateInThread } from "./evaluate-in-thread.ts";
import { queueEvaluation } from "./request-evaluation.ts";

const interrupted = JSON.stringify({ code: "server.failed" });

/** The day to judge as of: today in the workspace's time zone, or the last day of an order book that ends long before. */
const asOfDayOf = async (context: JobContext) => {
  const today = dayNumberFromIso(await todayOfJob(context)) ?? 0;
  const day = await context.read((db) => findAsOfDay(db, context.tenantId, today));
  return { on: isoFromDayNumber(day), day };
};

/**
 * Takes the newest waiting round (else one a crash left running, else notes a new one) and sets it running as of today. Any
 * other that was left behind ends as failed, so that whoever watches it learns so.
 */
const beginRound = (context: JobContext, trigger: string, asOf: string): Promise<string> =>
  context.write(async (tx) => {
    const { tenantId } = context;
    const waiting = await tx
      .selectFrom("evaluation_run")
      .select("id")
      .where("tenant_id", "=", tenantId)
      .where("scope", "=", "all")
      .where("status", "in", ["queued", "running"])
      .orderBy("queued_at", "desc")
      .orderBy("id", "desc")
      .forUpdate()
      .execute();
    const id = waiting[0]?.id ?? newId();
    const running = {
      status: "running",
      as_of: asOf,
      started_at: context.clock.now(),
      accounts_done: 0,
    };
    if (waiting.length === 0) {
      await tx
        .insertInto("evaluation_run")
        .values({ tenant_id: tenantId, id, trigger, scope: "all", ...running })
        .execute();
    } else {
      await tx
        .updateTable("evaluation_run")
        .set(running)
        .where("tenant_id", "=", tenantId)
        .where("id", "=", id)
        .execute();
    }
    const left = waiting.slice(1).map((row) => row.id);
    if (left.length > 0) {
      await tx
        .updateTable("evaluation_run")
        .set({ status: "failed", failure: interrupted, finished_at: context.clock.now() })
        .where("tenant_id", "=", tenantId)
        .where("id", "in", left)
        .execute();
    }
    return id;
  });

export const evaluationJobs = defineJobs({
  evaluate_portfolio: async ({ trigger }, context) => {
    const { tenantId } = context;
    const today = await asOfDayOf(context);
    const runId = await beginRound(context, trigger, today.on);
    const appUrl = context.database.pool.options.connectionString;
    if (!appUrl) throw new Error("the pool was opened without an address");
    try {
      await evaluateInThread({ appUrl, tenantId, runId, asOf: today.day }, context.abort);
    } catch (error) {
      const failed = context.isLastAttempt
        ? {
            status: "failed",
            failure: interrupted,
            finished_at: context.clock.now(),
          }
        : { status: "queued", failure: interrupted };
      await context.write((tx) =>
        tx
          .updateTable("evaluation_run")
          .set(failed)
          .where("tenant_id", "=", tenantId)
          .where("id", "=", runId)
          .execute(),
      );
      throw error;
    }
    accountTotals.forget(tenantId);
    // Red flags weigh what is at risk now, and which accounts are key.
    await context.write(async (tx) => {
      await enqueuePortfolioRound(tx, tenantId);
      await enqueuePortfolioCycle(tx, tenantId);
    });
  },
  evaluate_accounts: async ({ accountIds }, context) => {
    const { tenantId, database } = context;
    const today = await asOfDayOf(context);
    // Loaded when first needed: an idle server keeps ten megabytes and starts sooner.
    const { judgeAccounts } = await import("./judge-portfolio.ts");
    const outcome = await judgeAccounts(
      { database, tenantId, asOf: today.day, runId: null },
      accountIds,
    );
    if (outcome === null) {
      await context.write((tx) =>
        queueEvaluation(tx, tenantId, { trigger: "change", asOf: today.on, requestedBy: null }),
      );
    }
    accountTotals.forget(tenantId);
  },
});
