import {
  type AlarmFigures,
  alarmFigures,
  figuresAtBudget,
  type KindFigures,
  type RiskScorer,
  watchYear,
} from "./alarm-evaluation.ts";
import { naiveRules, ninetyDayRule } from "./naive-rules.ts";
import { fitRhythmScorer } from "./rhythm-scorer.ts";
import type { SimulatedPortfolio } from "./simulated-portfolio.ts";

/** Shares of live accounts a manager may be wrongly alarmed about within a year. */
export const falseAlarmBudgets = [0.05, 0.1, 0.2] as const;

export const productMethod = "order rhythm (this product)";
export const longestGapRule = "recency ÷ longest gap";

export type MethodFigures = {
  method: string;
  /** Means over the portfolios judged, one entry a budget. */
  atBudget: AlarmFigures[];
};

const fits: Record<string, Parameters<typeof watchYear>[1]> = {
  ...Object.fromEntries(
    Object.entries(naiveRules).map(([name, rule]): [string, () => RiskScorer] => [
      name,
      () => rule,
    ]),
  ),
  [productMethod]: fitRhythmScorer,
};

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const meanOfThree = (all: readonly [number, number, number][]): [number, number, number] => [
  mean(all.map((caught) => caught[0])),
  mean(all.map((caught) => caught[1])),
  mean(all.map((caught) => caught[2])),
];

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const meanKind = (all: readonly KindFigures[]): KindFigures => ({
  live: mean(all.map((kind) => kind.live)),
  lost: mean(all.map((kind) => kind.lost)),
  falseAlarms: mean(all.map((kind) => kind.falseAlarms)),
  caught: meanOfThree(all.map((kind) => kind.caught)),
  medianDelay: middle(all.map((kind) => kind.medianDelay)),
});

/** The figures of several portfolios as one: plain means, the middle one of the median delays. */
export const meanFigures = (all: readonly AlarmFigures[]): AlarmFigures => {
  const kinds = [...new Set(all.flatMap((figures) => [...figures.byKind.keys()]))];
  return {
    threshold: mean(all.map((figures) => figures.threshold)),
    falseAlarms: mean(all.map((figures) => figures.falseAlarms)),
    caught: meanOfThree(all.map((figures) => figures.caught)),
    byKind: new Map(
      kinds.map((kind) => [
        kind,
        meanKind(all.flatMap((figures) => figures.byKind.get(kind) ?? [])),
      ]),
    ),
  };
};

/** Judges methods (all by default) on the same portfolios, at every budget. */
export const judgeMethods = (
  portfolios: readonly SimulatedPortfolio[],
  methods: readonly string[] = Object.keys(fits),
): MethodFigures[] =>
  methods.map((method) => {
    const years = portfolios.map((portfolio) => watchYear(portfolio, fits[method]!));
    return {
      method,
      atBudget: falseAlarmBudgets.map((budget) =>
        meanFigures(years.map((year) => figuresAtBudget(year, budget))),
      ),
    };
  });

/** The 90-day rule has no threshold: its false alarms by kind, as it stands. */
export const judgeNinetyDayRule = (portfolios: readonly SimulatedPortfolio[]): AlarmFigures =>
  meanFigures(
    portfolios.map((portfolio) =>
      alarmFigures(
        watchYear(portfolio, () => ninetyDayRule),
        0.5,
      ),
    ),
  );
