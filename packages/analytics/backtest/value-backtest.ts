import { type DayNumber, dayNumberFromIso } from "@mainstay/domain/calendar/day-number";
import { netValues, type OnlineRetail } from "./online-retail-orders.ts";

/** Expected net revenue of every account (pence) over the `horizon` days after `asOf`, from the past only. */
export type ValuePredictor = (
  retail: OnlineRetail,
  asOf: DayNumber,
  horizon: number,
) => Float64Array;

export type ValueFigures = {
  accounts: number;
  /** Share of the revenue that really came held by the 20 % (and the 50 accounts) ranked highest. */
  topFifth: number;
  topFifty: number;
  spearman: number;
  /** Predicted total over actual total. */
  totalRatio: number;
  /** Mean absolute error per account, in pounds. */
  meanErrorPounds: number;
};

/** Half a year is held out, with the Christmas quarter in it. */
export const heldOutFrom: DayNumber = dayNumberFromIso("2011-06-08")!;
export const heldOutDays = 184;

const scaled = (values: Float64Array, factor: number): Float64Array =>
  values.map((value) => value * factor);

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * How much of a year's revenue falls into the coming `horizon` days, as last year's same days had it,
 * relative to an even spread over the year.
 */
export const seasonFactor = (retail: OnlineRetail, asOf: DayNumber, horizon: number): number => {
  const lastYear = total(netValues(retail, asOf - 365, asOf));
  const sameDays = total(netValues(retail, asOf - 365, asOf - 365 + horizon));
  return sameDays / lastYear / (horizon / 365);
};

const trailingYear: ValuePredictor = (retail, asOf, horizon) =>
  scaled(netValues(retail, asOf - 365, asOf), horizon / 365);

/** The baselines any lifetime value must match; the oracle is what perfect knowledge would reach. */
export const plainValuePredictors: Record<string, ValuePredictor> = {
  "trailing 12 months, pro rata": trailingYear,
  "trailing 12 months × season": (retail, asOf, horizon) =>
    scaled(trailingYear(retail, asOf, horizon), seasonFactor(retail, asOf, horizon)),
  "same months last year": (retail, asOf, horizon) =>
    netValues(retail, asOf - 365, asOf - 365 + horizon),
  oracle: (retail, asOf, horizon) => netValues(retail, asOf, asOf + horizon),
};

const ranks = (values: readonly number[]): Float64Array => {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const result = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let i = from; i < to; i++) result[order[i]!] = (from + to - 1) / 2;
    from = to;
  }
  return result;
};

const correlation = (a: Float64Array, b: Float64Array): number => {
  const [meanA, meanB] = [total(a) / a.length, total(b) / b.length];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((value, i) => {
    ab += (value - meanA) * (b[i]! - meanB);
    aa += (value - meanA) ** 2;
    bb += (b[i]! - meanB) ** 2;
  });
  return ab / Math.sqrt(aa * bb);
};

/** Judges predicted against actual values (same unit, one per account). */
export const compareValues = (
  predicted: readonly number[],
  actual: readonly number[],
): Omit<ValueFigures, "meanErrorPounds"> & { meanError: number } => {
  const highest = [...predicted.keys()].sort((a, b) => predicted[b]! - predicted[a]!);
  const all = actual.reduce((sum, value) => sum + value, 0);
  const held = (count: number) =>
    highest.slice(0, count).reduce((sum, account) => sum + actual[account]!, 0) / all;
  const missed = predicted.reduce((sum, value, i) => sum + Math.abs(value - actual[i]!), 0);
  return {
    accounts: predicted.length,
    topFifth: held(Math.round(predicted.length / 5)),
    topFifty: held(50),
    spearman: correlation(ranks(predicted), ranks(actual)),
    totalRatio: predicted.reduce((sum, value) => sum + value, 0) / all,
    meanError: missed / predicted.length,
  };
};

/** Judges a predictor on the held-out half year, over all accounts that had ordered before it. */
export const valueFigures = (
  retail: OnlineRetail,
  predict: ValuePredictor,
  asOf = heldOutFrom,
  horizon = heldOutDays,
): ValueFigures => {
  const { offsets, days } = retail.histories;
  const accounts = [...Array(offsets.length - 1).keys()].filter((account) => {
    const first = offsets[account]!;
    return first < offsets[account + 1]! && days[first]! <= asOf;
  });
  const predicted = predict(retail, asOf, horizon);
  const actual = netValues(retail, asOf, asOf + horizon);
  const { meanError, ...figures } = compareValues(
    accounts.map((account) => predicted[account]!),
    accounts.map((account) => actual[account]!),
  );
  return { ...figures, meanErrorPounds: meanError / 100 };
};
