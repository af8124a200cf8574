import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderDayHistories } from "../src/rhythm/order-day-histories.ts";
import type { SimulatedAccount, SimulatedPortfolio } from "./simulated-portfolio.ts";

/** Gives every account a risk score at a day, from the orders known that day; larger is riskier. */
export type RiskScorer = (histories: OrderDayHistories, asOf: DayNumber) => Float64Array;

/** The risk scores of a whole watched year: `scores[step][account]`, one step every five days. */
export type WatchedYear = {
  portfolio: SimulatedPortfolio;
  stepDays: Int32Array;
  scores: Float64Array[];
  /** Steps within the year itself; later ones only see how late the last losses are noticed. */
  stepsInYear: number;
};

export type KindFigures = {
  live: number;
  lost: number;
  falseAlarms: number;
  caught: [number, number, number];
  medianDelay: number;
};

export type AlarmFigures = {
  threshold: number;
  /** Share of live accounts alarmed at least once within the year. */
  falseAlarms: number;
  /** Shares of lost accounts alarmed ≤ 30, ≤ 60 and ≤ 90 days after the order that did not come. */
  caught: [number, number, number];
  byKind: Map<string, KindFigures>;
};

const stepLength = 5;
const yearLength = 365;
const tailLength = 90;

/** The orders of all accounts known at the end of `asOf`, as one flat history. */
export const historiesUntil = (
  accounts: readonly SimulatedAccount[],
  asOf: DayNumber,
): OrderDayHistories => {
  const offsets = new Int32Array(accounts.length + 1);
  const days: number[] = [];
  accounts.forEach((account, i) => {
    for (const day of account.days) {
      if (day > asOf) break;
      days.push(day);
    }
    offsets[i + 1] = days.length;
  });
  return { offsets, days: Int32Array.from(days) };
};

/** Scores some accounts at one day, laid out over all of them; the others stay without a score. */
const scoresAt = (
  accounts: readonly SimulatedAccount[],
  watched: readonly number[],
  score: RiskScorer,
  day: DayNumber,
): Float64Array => {
  const histories = historiesUntil(
    watched.map((index) => accounts[index]!),
    day,
  );
  const scores = new Float64Array(accounts.length).fill(Number.NEGATIVE_INFINITY);
  score(histories, day).forEach((value, row) => {
    scores[watched[row]!] = value;
  });
  return scores;
};

/**
 * Scores the portfolio every five days of year 7, and the lost accounts for 90 days more. `fit` sees the orders
 * before the year only; each score sees the orders up to its own day.
 */
export const watchYear = (
  portfolio: SimulatedPortfolio,
  fit: (histories: OrderDayHistories, asOf: DayNumber) => RiskScorer,
): WatchedYear => {
  const { accounts, yearStart } = portfolio;
  const score = fit(historiesUntil(accounts, yearStart - 1), yearStart - 1);
  const steps = Math.ceil((yearLength + tailLength) / stepLength);
  const stepsInYear = yearLength / stepLength;
  const stepDays = Int32Array.from({ length: steps }, (_, step) => yearStart + step * stepLength);
  const everyone = [...accounts.keys()];
  const lost = everyone.filter((index) => accounts[index]!.leftOn !== null);
  const scores = Array.from(stepDays, (day, step) =>
    scoresAt(accounts, step < stepsInYear ? everyone : lost, score, day),
  );
  return { portfolio, stepDays, scores, stepsInYear };
};

/** The lowest threshold at which at most `share` of the live accounts are alarmed within the year. */
export const thresholdForFalseAlarms = (year: WatchedYear, share: number): number => {
  const peaks = year.portfolio.accounts
    .flatMap((account, i) => (account.leftOn === null ? [peakWithinYear(year, i)] : []))
    .sort((a, b) => b - a);
  return peaks[Math.floor(share * peaks.length)] ?? Number.POSITIVE_INFINITY;
};

const peakWithinYear = (year: WatchedYear, account: number): number => {
  let peak = Number.NEGATIVE_INFINITY;
  for (let step = 0; step < year.stepsInYear; step++) {
    peak = Math.max(peak, year.scores[step]![account]!);
  }
  return peak;
};

/** Days from the order that did not come to the first standing alarm; infinite when none comes. */
const delayOf = (year: WatchedYear, account: number, missedOn: DayNumber, threshold: number) => {
  for (let step = 0; step < year.stepDays.length; step++) {
    const day = year.stepDays[step]!;
    if (day >= missedOn && year.scores[step]![account]! > threshold) return day - missedOn;
  }
  return Number.POSITIVE_INFINITY;
};

const share = (values: readonly number[], holds: (value: number) => boolean): number =>
  values.length === 0 ? 0 : values.filter(holds).length / values.length;

const sharesCaught = (delays: readonly number[]): [number, number, number] => [
  share(delays, (delay) => delay <= 30),
  share(delays, (delay) => delay <= 60),
  share(delays, (delay) => delay <= 90),
];

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
};

/**
 * What a manager lives through at one threshold: false alarms over the year, and how soon real losses are
 * noticed. Losses whose first missing order falls after the year are not counted.
 */
export const alarmFigures = (year: WatchedYear, threshold: number): AlarmFigures => {
  const yearEnd = year.portfolio.yearStart + yearLength;
  const livePeaks = new Map<string, number[]>();
  const delays = new Map<string, number[]>();
  const note = (into: Map<string, number[]>, kind: string, value: number) =>
    into.set(kind, [...(into.get(kind) ?? []), value]);
  year.portfolio.accounts.forEach((account, i) => {
    if (account.missedOn === null) note(livePeaks, account.kind, peakWithinYear(year, i));
    else if (account.missedOn < yearEnd) {
      note(delays, account.kind, delayOf(year, i, account.missedOn, threshold));
    }
  });
  const kinds = [...new Set([...livePeaks.keys(), ...delays.keys()])];
  const byKind = kinds.map((kind): [string, KindFigures] => {
    const [peaks, late] = [livePeaks.get(kind) ?? [], delays.get(kind) ?? []];
    const figures = { live: peaks.length, lost: late.length, medianDelay: median(late) };
    const falseAlarms = share(peaks, (peak) => peak > threshold);
    return [kind, { ...figures, falseAlarms, caught: sharesCaught(late) }];
  });
  return {
    threshold,
    falseAlarms: share([...livePeaks.values()].flat(), (peak) => peak > threshold),
    caught: sharesCaught([...delays.values()].flat()),
    byKind: new Map(byKind),
  };
};

/** The same at the threshold that false-alarms `falseAlarmShare` of the live accounts in a year. */
export const figuresAtBudget = (year: WatchedYear, falseAlarmShare: number): AlarmFigures =>
  alarmFigures(year, thresholdForFalseAlarms(year, falseAlarmShare));
