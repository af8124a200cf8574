import { Cron } from "croner";
import { queueEvaluation } from "./evaluation/request-evaluation.ts";
import { orderCaseRounds } from "./case/order-case-rounds.ts";
import { listWorkspaces } from "./setup/installation.ts";
import { calendarDayIn, type Clock } from "./platform/clock/clock.ts";
import type { Database } from "./platform/db/open-database.ts";
import { withoutTenant, withTenant } from "./platform/db/open-transaction.ts";
import { systemScope } from "./platform/db/tenant-scope.ts";
import type { Log } from "./platform/log/create-log.ts";
import { enqueue } from "./platform/jobs/enqueue.ts";
import { orderMailboxRounds } from "./mailbox/mailbox-jobs.ts";
import { orderNotificationRounds } from "./notification/order-notification-rounds.ts";
import { orderSurveyRounds } from "./survey/enqueue-surveys.ts";
import { enqueuePortfolioCycle } from "./cycle/enqueue-cycle-round.ts";
import { enqueuePortfolioRound } from "./relationship/enqueue-relationship-round.ts";

const beginsAtHour = 2;

/**
 * Orders the nightly round of every workspace whose local clock has passed two in the morning and that has none yet
 * today: a night that was slept through is made up for at the next start. Asking twice orders once.
 */
export const orderNightlyRounds = async (database: Database, now: Date): Promise<number> => {
  let ordered = 0;
  const workspaces = await withoutTenant(database, listWorkspaces);
  for (const { tenantId, timeZone, isSetUp } of workspaces) {
    if (!isSetUp || hourIn(timeZone, now) < beginsAtHour) continue;
    const asOf = calendarDayIn(timeZone, now);
    const scope = systemScope(tenantId);
    await withTenant(database, scope, async (tx) => {
      const known = await tx
        .selectFrom("evaluation_run")
        .select("id")
        .where("tenant_id", "=", tenantId)
        .where("trigger", "=", "nightly")
        .where("as_of", "=", asOf)
        .executeTakeFirst();
      if (known) return;
      await queueEvaluation(tx, tenantId, { trigger: "nightly", asOf, requestedBy: null });
      await enqueue(tx, "verify_audit", { tenantId }, { jobKey: `verify-audit:${tenantId}` });
      // Consents first: what ends with them is counted under their own receipt.
      await enqueue(
        tx,
        "end_expired_consents",
        { tenantId },
        { jobKey: `end-consents:${tenantId}` },
      );
      await enqueue(tx, "end_expired_facts", { tenantId }, { jobKey: `end-facts:${tenantId}` });
      await enqueue(
        tx,
        "remind_approvals",
        { tenantId },
        { jobKey: `remind-approvals:${tenantId}` },
      );
      await enqueue(tx, "sum_case_days", { tenantId }, { jobKey: `case-sums:${tenantId}` });
      await enqueuePortfolioRound(tx, tenantId);
      await enqueuePortfolioCycle(tx, tenantId);
      await enqueue(tx, "sweep_expired", { tenantId }, { jobKey: `sweep:${tenantId}` });
      await enqueue(
        tx,
        "forget_sorted_messages",
        { tenantId },
        { jobKey: `forget-messages:${tenantId}` },
      );
      ordered += 1;
    });
  }
  return ordered;
};

/** Looks every quarter of an hour, and once at the start. */
export const startNightlyRounds = (
  database: Database,
  clock: Clock,
  log: Log,
): { stop: () => void } => {
  const look = async (): Promise<void> => {
    try {
      const ordered = await orderNightlyRounds(database, clock.now());
      if (ordered > 0) log.info({ ordered }, "nightly rounds ordered");
    } catch (error) {
      log.error({ err: error }, "nightly rounds not ordered");
    }
    try {
      await orderCaseRounds(database);
    } catch (error) {
      log.error({ err: error }, "rounds of cases not ordered");
    }
    try {
      await orderNotificationRounds(database);
    } catch (error) {
      log.error({ err: error }, "notification rounds not ordered");
    }
    try {
      await orderSurveyRounds(database);
    } catch (error) {
      log.error({ err: error }, "survey rounds not ordered");
    }
    try {
      await orderMailboxRounds(database, clock.now());
    } catch (error) {
      log.error({ err: error }, "mailbox looks not ordered");
    }
  };
  void look();
  const cron = new Cron("*/15 * * * *", { protect: true, unref: true }, look);
  return { stop: () => cron.stop() };
};

const hourIn = (timeZone: string, at: Date): number =>
  Number(
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(at),
  );
