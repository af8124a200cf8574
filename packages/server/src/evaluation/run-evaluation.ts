import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { type JudgingOutcome, judgePortfolio } from "./judge-portfolio.ts";

const atMostEveryMs = 500;

/**
 * Runs a noted round from "running" to "done", keeping its counts up to date for whoever watches. Throws what went wrong;
 * the round then stands as it was, and running it again is right.
 */
export const runEvaluation = async (
  database: Database,
  tenantId: TenantId,
  runId: string,
  asOf: DayNumber,
): Promise<JudgingOutcome> => {
  const scope = systemScope(tenantId);
  const note = (columns: Record<string, unknown>) =>
    withTenant(database, scope, async (tx) => {
      await tx
        .updateTable("evaluation_run")
        .set(columns)
        .where("tenant_id", "=", tenantId)
        .where("id", "=", runId)
        .execute();
    });
  let notedAtMs = 0;
  const outcome = await judgePortfolio({
    database,
    tenantId,
    asOf,
    runId,
    onProgress: async (done, total) => {
      if (Date.now() - notedAtMs < atMostEveryMs && done < total) return;
      notedAtMs = Date.now();
      await note({ accounts_done: done, accounts_total: total });
    },
  });
  await note({
    status: "done",
    policy_version: outcome.policyVersion,
    accounts_total: outcome.accounts,
    accounts_done: outcome.accounts,
    signals_raised: outcome.raised,
    signals_cleared: outcome.cleared,
    finished_at: new Date(),
    failure: null,
  });
  return outcome;
};
