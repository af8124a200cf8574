import { expect, test } from "vitest";
import { friendlyPortfolio } from "./friendly-portfolio.ts";
import { harderPortfolio } from "./harder-portfolio.ts";
import type { SimulatedPortfolio } from "./simulated-portfolio.ts";

const portfolios: [string, SimulatedPortfolio][] = [
  ["friendly", friendlyPortfolio(4, 80)],
  ["development", harderPortfolio({ family: "development", seed: 4, size: 400 })],
  ["confirmation", harderPortfolio({ family: "confirmation", seed: 4, size: 400 })],
  ["unseen", harderPortfolio({ family: "unseen", seed: 4, size: 400 })],
];

test.each(portfolios)(
  "in the %s portfolio about a quarter leaves and misses an order after",
  (_, portfolio) => {
    const lost = portfolio.accounts.filter((account) => account.leftOn !== null);
    expect(lost.length / portfolio.accounts.length).toBeGreaterThan(0.18);
    expect(lost.length / portfolio.accounts.length).toBeLessThan(0.33);
    for (const { days, leftOn, missedOn } of lost) {
      expect(days.at(-1)!).toBeLessThan(leftOn!);
      expect(missedOn!).toBeGreaterThanOrEqual(leftOn!);
    }
  },
);

test.each(portfolios)(
  "in the %s portfolio order-days ascend and five lie before the watched year",
  (_, portfolio) => {
    for (const { days } of portfolio.accounts) {
      expect(days.filter((day) => day < portfolio.yearStart).length).toBeGreaterThanOrEqual(5);
      for (let i = 1; i < days.length; i++) expect(days[i]!).toBeGreaterThan(days[i - 1]!);
    }
  },
);

test.each(portfolios)("in the %s portfolio customers who stay go on ordering", (_, portfolio) => {
  for (const { days, leftOn } of portfolio.accounts) {
    if (leftOn === null) expect(days.at(-1)!).toBeGreaterThan(portfolio.yearStart);
  }
});

test("the harder families share no kind of customer", () => {
  const kinds = (portfolio: SimulatedPortfolio) => new Set(portfolio.accounts.map((a) => a.kind));
  const [, ...harder] = portfolios.map(([, portfolio]) => [...kinds(portfolio)]);
  expect(new Set(harder.flat()).size).toBe(harder.flat().length);
});

test("a drawn mix changes the shares of the kinds and keeps the size", () => {
  const drawn = harderPortfolio({ family: "development", seed: 9, size: 400, mix: "drawn" });
  const count = (kind: string) => drawn.accounts.filter((account) => account.kind === kind).length;
  expect(drawn.accounts.length).toBeGreaterThan(390);
  const counts = [...new Set(drawn.accounts.map((account) => account.kind))].map(count);
  expect(Math.max(...counts) - Math.min(...counts)).toBeGreaterThan(10);
});
