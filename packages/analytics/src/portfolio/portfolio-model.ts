import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { percentileOfBand, gradeOfRevenue } from "../grade/grade-of-revenue.ts";
import { fitValueModel, type ValueModel } from "../lifetime-value/value-model.ts";
import { fitRhythmModel } from "../rhythm/fit-rhythm-model.ts";
import type { RhythmModel } from "../rhythm/rhythm-model.ts";
import {
  type PercentileTable,
  percentileOf,
  percentileTable,
  quantileOfTable,
} from "../segmentation/percentile-table.ts";
import { type ValueAxis, valueAxis } from "../segmentation/value-axis.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

/** The two statistical models of a portfolio; costly to fit, cheap to apply. Plain JSON. */
export interface FittedModels {
  rhythm: RhythmModel;
  value: ValueModel;
}

/** The ranks of a portfolio, against which one account is placed. Plain JSON. */
export interface PortfolioTables {
  accounts: number;
  measure: PercentileTable;
  valueScore: PercentileTable;
  growth: PercentileTable;
  medianGrowth: number;
  /** Yearly worth of the accounts, for the severity of signals. */
  worth: PercentileTable;
}

/** All a later evaluation of a few accounts needs; stored after a full run. Plain JSON. */
export interface PortfolioModel extends FittedModels {
  version: string;
  asOf: DayNumber;
  tables: PortfolioTables;
}

/** Below this many accounts percentiles say nothing and amount bands take their place. */
export const fewestForPercentiles = 10;

/** Fits both models to a portfolio as known at the end of `asOf`. */
export const fitModels = ({ book }: PortfolioInput, asOf: DayNumber): FittedModels => ({
  rhythm: fitRhythmModel(book, asOf),
  value: fitValueModel(book, asOf),
});

/** What ranking reads of an account's facts; a small part, so that a million of them can be kept. */
export type RankedFacts = Pick<
  AccountFacts,
  "orders" | "years" | "daysKnown" | "measure" | "growth" | "clv" | "marginShare"
>;

/** Long-run growth of an account, drawn to the portfolio's median by what its short history leaves open. */
export const rankedGrowth = (
  { growth }: Pick<AccountFacts, "growth">,
  medianGrowth: number,
): number | null =>
  growth.longRun === null
    ? null
    : growth.ownWeight * growth.longRun + (1 - growth.ownWeight) * medianGrowth;

/** Margin of the coming 12 months if the account is kept. */
export const worthOf = ({ clv, marginShare }: Pick<AccountFacts, "clv" | "marginShare">): number =>
  clv === null ? 0 : clv.nextYearIfKept * marginShare;

/** The value axis of one account within its portfolio. */
export const valueWithin = (
  facts: Pick<AccountFacts, "years" | "daysKnown" | "measure">,
  tables: Pick<PortfolioTables, "accounts" | "measure">,
  settings: EvaluationSettings,
): ValueAxis => {
  const percentile =
    tables.accounts < fewestForPercentiles
      ? percentileOfBand(gradeOfRevenue(facts.years[0]!, settings))
      : percentileOf(tables.measure, facts.measure);
  return valueAxis(percentile, facts.years, facts.daysKnown, settings);
};

/** Ranks all accounts that have ever ordered. */
export const rankPortfolio = (
  facts: readonly RankedFacts[],
  settings: EvaluationSettings,
): PortfolioTables => {
  const known = facts.filter(({ orders }) => orders > 0);
  const own = percentileTable(
    known
      .filter(({ growth }) => growth.ownWeight === 1)
      .map(({ growth }) => growth.longRun ?? Number.NaN),
  );
  const medianGrowth = own.values.length > 0 ? quantileOfTable(own, 0.5) : 0;
  const measure = percentileTable(known.map((one) => one.measure));
  const base = { accounts: known.length, measure };
  return {
    ...base,
    valueScore: percentileTable(known.map((one) => valueWithin(one, base, settings).score)),
    growth: percentileTable(known.map((one) => rankedGrowth(one, medianGrowth) ?? Number.NaN)),
    medianGrowth,
    worth: percentileTable(known.map(worthOf)),
  };
};
