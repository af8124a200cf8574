import { expect, test } from "vitest";
import type { AlarmFigures } from "./alarm-evaluation.ts";
import { harderBars } from "./acceptance-bars.ts";
import { longestGapRule, meanFigures, productMethod } from "./early-warning-backtest.ts";

const figures = (caught: number, falseAlarms: number): AlarmFigures => ({
  threshold: 0,
  falseAlarms: 0.05,
  caught: [0, caught, caught],
  byKind: new Map([
    [
      "lunar season",
      { live: 10, lost: 4, falseAlarms, caught: [0, caught, caught], medianDelay: 40 },
    ],
  ]),
});

test("portfolios are averaged, kinds by the portfolios that have them", () => {
  const other = { ...figures(0.6, 0.2), byKind: new Map() };
  const mean = meanFigures([figures(0.4, 0.1), other]);
  expect(mean.caught[1]).toBeCloseTo(0.5, 12);
  expect(mean.byKind.get("lunar season")!.falseAlarms).toBe(0.1);
});

const judged = (ours: AlarmFigures, rule: AlarmFigures) => [
  { method: productMethod, atBudget: [ours] },
  { method: longestGapRule, atBudget: [rule] },
];

test("a promise holds exactly when its figure reaches the bar", () => {
  const good = harderBars("development", judged(figures(0.9, 0.1), figures(0.77, 0)));
  expect(good.map(({ holds }) => holds)).toEqual([true, true, true]);
  const poor = harderBars("development", judged(figures(0.8, 0.11), figures(0.7, 0)));
  expect(poor.map(({ holds }) => holds)).toEqual([false, false, false]);
});

test("an allowance widens the bars by no more than itself", () => {
  const room = { caught: 0.05, falseAlarms: 0.02 };
  const near = harderBars("development", judged(figures(0.81, 0.11), figures(0.73, 0)), room);
  expect(near.map(({ holds }) => holds)).toEqual([true, true, true]);
  const far = harderBars("development", judged(figures(0.79, 0.13), figures(0.73, 0)), room);
  expect(far.map(({ holds }) => holds)).toEqual([false, false, false]);
});
