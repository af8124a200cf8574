import { queueEvaluation } from "../evaluation/request-evaluation.ts";
import { todayOfJob } from "../platform/clock/workspace-today.ts";
import { defineJobs, type JobContext } from "../platform/jobs/job-registry.ts";
import { listAccountsTradingIn, revalueAccounts } from "./revalue-trade.ts";

const accountsInTransaction = 1_000;

const revalueCurrency = async (
  context: JobContext,
  baseCurrency: string,
  currency: string,
): Promise<void> => {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const from = after;
    const ids = await context.read((db) =>
      listAccountsTradingIn(db, context.tenantId, currency, from, accountsInTransaction),
    );
    if (ids.length === 0 || context.abort.aborted) return;
    await context.write((tx) => revalueAccounts(tx, context.tenantId, baseCurrency, currency, ids));
    after = ids.at(-1) ?? after;
  }
};

export const exchangeRateJobs = defineJobs({
  revalue_trade: async ({ currency }, context) => {
    const { tenantId } = context;
    const workspace = await context.read((db) =>
      db
        .selectFrom("tenant")
        .select("base_currency")
        .where("id", "=", tenantId)
        .executeTakeFirstOrThrow(),
    );
    const known = await context.read((db) =>
      db
        .selectFrom("exchange_rate")
        .select("currency")
        .distinct()
        .where("tenant_id", "=", tenantId)
        .execute(),
    );
    for (const one of currency ? [currency] : known.map((row) => row.currency)) {
      await revalueCurrency(context, workspace.base_currency, one);
    }
    if (context.abort.aborted)
      throw new Error("revaluation was interrupted; it goes on at the next start");
    const asOf = await todayOfJob(context);
    await context.write((tx) =>
      queueEvaluation(tx, tenantId, { trigger: "change", asOf, requestedBy: null }),
    );
  },
});
