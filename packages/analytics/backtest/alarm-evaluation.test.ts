import { expect, test } from "vitest";
import { alarmFigures, figuresAtBudget, historiesUntil, watchYear } from "./alarm-evaluation.ts";
import { friendlyPortfolio } from "./friendly-portfolio.ts";
import { naiveRules, ninetyDayRule } from "./naive-rules.ts";
import type { SimulatedAccount, SimulatedPortfolio } from "./simulated-portfolio.ts";

const yearStart = 19_000;

const every = (
  gap: number,
  until: number,
  fate: Partial<SimulatedAccount> = {},
): SimulatedAccount => ({
  kind: `every ${gap}`,
  days: Int32Array.from({ length: 2000 }, (_, i) => yearStart - 10 * gap + i * gap).filter(
    (d) => d < until,
  ),
  leftOn: null,
  missedOn: null,
  ...fate,
});

const small: SimulatedPortfolio = {
  yearStart,
  accounts: [
    every(30, yearStart + 500),
    every(100, yearStart + 500),
    every(30, yearStart + 40, { leftOn: yearStart + 40, missedOn: yearStart + 60 }),
    every(30, yearStart + 40, { leftOn: yearStart + 40, missedOn: yearStart + 400 }),
  ],
};

const recency = watchYear(small, () => naiveRules.recency);

test("the delay runs from the order that did not come to the first standing alarm", () => {
  // Last order on day 30; silence exceeds 62 from day 95 on, 35 days after the missed order of day 60.
  const figures = alarmFigures(recency, 62);
  expect(figures.byKind.get("every 30")!.medianDelay).toBe(35);
  expect(figures.caught).toEqual([0, 1, 1]);
});

test("a live account alarmed once within the year counts as one false alarm", () => {
  const figures = alarmFigures(recency, 62);
  expect(figures.falseAlarms).toBe(0.5);
  expect(figures.byKind.get("every 100")!.falseAlarms).toBe(1);
});

test("a loss whose missing order falls after the year is not counted", () => {
  expect(alarmFigures(recency, 62).byKind.get("every 30")!.lost).toBe(1);
});

test("scores never see an order of a later day", () => {
  const seen = watchYear(small, () => (histories, asOf) => {
    for (const day of histories.days) expect(day).toBeLessThanOrEqual(asOf);
    return new Float64Array(histories.offsets.length - 1);
  });
  expect(seen.scores.length).toBeGreaterThan(seen.stepsInYear);
  expect(historiesUntil(small.accounts, yearStart - 1).days.every((d) => d < yearStart)).toBe(true);
});

test("the threshold keeps the false alarms within the budget", () => {
  const year = watchYear(friendlyPortfolio(2, 40), () => naiveRules["z-score of gap"]);
  for (const budget of [0.05, 0.1, 0.2]) {
    const { falseAlarms } = figuresAtBudget(year, budget);
    expect(falseAlarms).toBeLessThanOrEqual(budget);
    expect(falseAlarms).toBeGreaterThan(budget - 0.02);
  }
});

test("the 90-day rule fails the kinds it is known to fail, as published", () => {
  const { byKind } = alarmFigures(
    watchYear(friendlyPortfolio(11, 120), () => ninetyDayRule),
    0.5,
  );
  const published = {
    "annual first quarter": 1,
    "regular monthly": 0,
    "regular quarterly": 0.97,
    "random monthly": 0.52,
    "random quarterly": 1,
  };
  for (const [kind, share] of Object.entries(published)) {
    expect(Math.abs(byKind.get(kind)!.falseAlarms - share)).toBeLessThan(0.11);
  }
});
