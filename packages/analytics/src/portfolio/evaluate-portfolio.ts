import type { Segment } from "@mainstay/domain/account/segment";
import {
  type DayNumber,
  isoFromDayNumber,
  type IsoDay,
} from "@mainstay/domain/calendar/day-number";
import {
  defaultEvaluationSettings,
  type EvaluationSettings,
} from "@mainstay/domain/evaluation/evaluation-settings";
import type { AccountEvaluation, PreviousLevels } from "./account-evaluation.ts";
import { readAccountFacts } from "./account-facts.ts";
import { evaluateFacts } from "./evaluate-accounts.ts";
import type { PortfolioInput } from "./portfolio-input.ts";
import {
  type FittedModels,
  fitModels,
  type PortfolioModel,
  rankPortfolio,
} from "./portfolio-model.ts";

/** Sums over a portfolio; money in minor units. */
export interface PortfolioTotals {
  accounts: number;
  orders: number;
  revenue12m: number;
  valueAtRisk: number;
  signals: number;
  bySegment: Record<Segment, number>;
  notEnoughHistory: number;
}

/** The judgement on a whole portfolio, accounts ranked by value at risk. */
export interface PortfolioEvaluation {
  asOf: IsoDay;
  model: PortfolioModel;
  accounts: AccountEvaluation[];
  totals: PortfolioTotals;
}

const totalsOf = (accounts: readonly AccountEvaluation[]): PortfolioTotals => {
  const totals: PortfolioTotals = {
    accounts: accounts.length,
    orders: 0,
    revenue12m: 0,
    valueAtRisk: 0,
    signals: 0,
    bySegment: { core: 0, high_potential: 0, maintain: 0, develop: 0 },
    notEnoughHistory: 0,
  };
  for (const one of accounts) {
    totals.orders += one.orders;
    totals.revenue12m += one.revenue12m;
    totals.valueAtRisk += one.valueAtRisk;
    totals.signals += one.signals.length;
    if (one.segment) totals.bySegment[one.segment.level] += 1;
    if (one.notEnoughHistory) totals.notEnoughHistory += 1;
  }
  return totals;
};

/** The version written beside every figure of an evaluation. */
export const evaluationVersion = "portfolio-1";

/**
 * Judges a whole portfolio: who matters (segment, grade, lifetime value), who is slipping (P(lost), signals),
 * why (reasons as data) and how much is at stake. The one function that the command line and the server share.
 * Pure: the same facts and day give the same judgement. Build the book with the same `asOf`.
 * `models` (of an earlier fit) skip the fitting; `previous` carries published levels for hysteresis.
 */
export const evaluatePortfolio = (
  input: PortfolioInput,
  asOf: DayNumber,
  settings: EvaluationSettings = defaultEvaluationSettings,
  options: { previous?: ReadonlyMap<number, PreviousLevels>; models?: FittedModels } = {},
): PortfolioEvaluation => {
  const models = options.models ?? fitModels(input, asOf);
  const facts = readAccountFacts(input, settings, asOf, models.rhythm, models.value);
  const tables = rankPortfolio(facts, settings);
  const accounts = evaluateFacts(facts, input, settings, asOf, tables, options.previous);
  accounts.sort(
    (a, b) => b.valueAtRisk - a.valueAtRisk || b.revenue12m - a.revenue12m || a.account - b.account,
  );
  return {
    asOf: isoFromDayNumber(asOf),
    model: { ...models, version: `${evaluationVersion}+${models.rhythm.version}`, asOf, tables },
    accounts,
    totals: totalsOf(accounts),
  };
};
