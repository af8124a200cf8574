import { evaluateFacts, evaluateAccounts } from "@mainstay/analytics/portfolio/evaluate-accounts";
import { evaluationVersion } from "@mainstay/analytics/portfolio/evaluate-portfolio";
import { readAccountFacts } from "@mainstay/analytics/portfolio/account-facts";
import {
  type FittedModels,
  fitModels,
  type PortfolioModel,
  rankPortfolio,
} from "@mainstay/analytics/portfolio/portfolio-model";
import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { systemScope } from "../platform/db/tenant-scope.ts";
import { getPolicy } from "../policy/policy-queries.ts";
import { findModel, saveModel } from "./evaluation-model-queries.ts";
import { foldSums, refreshStatistics, sumPortfolio } from "./keep-sums.ts";
import { factsInBlocks } from "./facts-in-blocks.ts";
import { type LoadedPortfolio, loadPortfolio } from "./load-portfolio.ts";
import { type JudgedAccount, saveSignals } from "./save-signals.ts";
import { saveStandings } from "./save-standings.ts";
import { standingValues } from "./standing-columns.ts";

export interface Judging {
  readonly database: Database;
  readonly tenantId: TenantId;
  readonly asOf: DayNumber;
  readonly runId: string | null;
  /** Accounts per transaction; 2,000 unless told. */
  readonly sliceLength?: number;
  /** Told after every slice that is safely written. */
  readonly onProgress?: (done: number, total: number) => Promise<void>;
}

export interface JudgingOutcome {
  /** The version of the evaluation policy that was applied; 0 for the shipped one. */
  policyVersion: number;
  accounts: number;
  raised: number;
  cleared: number;
}

const usualSliceLength = 2_000;
const modelKeptDays = 7;
const patient = { statementTimeoutMs: 0 } as const;

const scopeOf = ({ tenantId }: Judging) => systemScope(tenantId);

/** Writes slices of judged accounts, each in a transaction of its own: a crash loses at most the running slice. */
const saveSlices = async (
  judging: Judging,
  loaded: LoadedPortfolio,
  model: Pick<PortfolioModel, "version">,
  policyVersion: number,
  evaluate: (from: number, to: number) => JudgedAccount["evaluation"][],
): Promise<JudgingOutcome> => {
  const { database, tenantId, asOf, runId, sliceLength = usualSliceLength } = judging;
  const total = loaded.accountIds.length;
  const outcome = { policyVersion, accounts: total, raised: 0, cleared: 0 };
  for (let from = 0; from < total; from += sliceLength) {
    const to = Math.min(total, from + sliceLength);
    const judged = evaluate(from, to).map(
      (evaluation): JudgedAccount => ({
        accountId: loaded.accountIds[evaluation.account] ?? "",
        managerId: loaded.managerIds[evaluation.account] ?? null,
        evaluation,
      }),
    );
    const day = isoFromDayNumber(asOf);
    const rows = judged.map(({ accountId, evaluation }) =>
      standingValues(
        tenantId,
        accountId,
        day,
        model.version,
        evaluation,
        loaded.previous.get(evaluation.account) ?? null,
      ),
    );
    const counts = await withTenant(
      database,
      scopeOf(judging),
      async (tx) => {
        await saveStandings(tx, tenantId, runId, policyVersion, rows);
        return saveSignals(tx, tenantId, asOf, judged);
      },
      patient,
    );
    outcome.raised += counts.raised;
    outcome.cleared += counts.cleared;
    await judging.onProgress?.(to, total);
  }
  return outcome;
};

/**
 * Judges every account of a workspace: fits the models (weekly; between fits the stored ones serve), ranks, and writes
 * standings, proposals and signals slice by slice. Running it again, also after a kill, ends in the same state.
 */
export const judgePortfolio = async (judging: Judging): Promise<JudgingOutcome> => {
  const { database, tenantId, asOf } = judging;
  await refreshStatistics(database);
  const { policy, loaded, stored } = await withTenantReadOnly(
    database,
    scopeOf(judging),
    async (db) => {
      const policy = await getPolicy(db, tenantId);
      const loaded = await loadPortfolio(db, tenantId, asOf, policy.settings);
      return { policy, loaded, stored: await findModel(db, tenantId) };
    },
    { ...patient, isolation: "repeatable read" },
  );
  const { settings, version: policyVersion } = policy;
  const { input, previous } = loaded;
  const serves =
    stored &&
    stored.orderDays === input.book.days.length &&
    asOf - stored.fittedDay < modelKeptDays &&
    asOf >= stored.fittedDay;
  const models: FittedModels = serves ? stored.model : fitModels(input, asOf);
  const readFacts = (from: number, to: number) => {
    const only = Array.from({ length: to - from }, (_, i) => from + i);
    return readAccountFacts(input, settings, asOf, models.rhythm, models.value, only);
  };
  const facts = factsInBlocks(readFacts, loaded.accountIds.length);
  const tables = rankPortfolio(facts.ranked(), settings);
  const model: PortfolioModel = {
    ...models,
    version: `${evaluationVersion}+${models.rhythm.version}`,
    asOf,
    tables,
  };
  await withTenant(database, scopeOf(judging), (tx) =>
    saveModel(tx, tenantId, {
      model,
      fittedDay: serves ? stored.fittedDay : asOf,
      orderDays: input.book.days.length,
    }),
  );
  const outcome = await saveSlices(judging, loaded, model, policyVersion, (from, to) =>
    evaluateFacts(facts.between(from, to), input, settings, asOf, tables, previous),
  );
  await sumPortfolio(database, scopeOf(judging));
  await refreshStatistics(database);
  return outcome;
};

/**
 * Judges a few accounts with what the last full round fitted, within seconds of a new order. Null when the workspace has not
 * been judged as a whole yet: then a full round must come first.
 */
export const judgeAccounts = async (
  judging: Judging,
  accountIds: readonly string[],
): Promise<JudgingOutcome | null> => {
  const { database, tenantId, asOf } = judging;
  const found = await withTenantReadOnly(
    database,
    scopeOf(judging),
    async (db) => {
      const stored = await findModel(db, tenantId);
      if (!stored) return null;
      const policy = await getPolicy(db, tenantId);
      return {
        stored,
        policy,
        loaded: await loadPortfolio(db, tenantId, asOf, policy.settings, accountIds),
      };
    },
    { ...patient, isolation: "repeatable read" },
  );
  if (!found) return null;
  const { stored, policy, loaded } = found;
  const evaluations = evaluateAccounts(
    stored.model,
    loaded.input,
    policy.settings,
    asOf,
    loaded.previous,
  );
  const outcome = await saveSlices(judging, loaded, stored.model, policy.version, (from, to) =>
    evaluations.slice(from, to),
  );
  await foldSums(database, scopeOf(judging));
  return outcome;
};
