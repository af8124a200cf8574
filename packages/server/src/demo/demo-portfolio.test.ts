import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { expect, test } from "vitest";
import { drawDemoPortfolio } from "./demo-portfolio.ts";

const today = dayNumberOf(2026, 11, 21);

test("the demo has 120 customers with different names, 22 of them key accounts, over six years", () => {
  const { accounts, orders } = drawDemoPortfolio(today);
  expect(accounts).toHaveLength(120);
  expect(new Set(accounts.map(({ name }) => name)).size).toBe(120);
  expect(accounts.filter(({ isKey }) => isKey)).toHaveLength(22);
  const days = orders.map(({ day }) => day);
  expect(Math.max(...days)).toBeLessThan(today);
  expect(today - Math.min(...days)).toBeGreaterThan(365 * 5.8);
});

test("the same day gives the same portfolio", () => {
  expect(drawDemoPortfolio(today)).toEqual(drawDemoPortfolio(today));
});

test.each([dayNumberOf(2026, 1, 3), dayNumberOf(2026, 7, 1), today])(
  "on day %i the yearly customer ordered in each of the last years and missed this year's window",
  (day) => {
    const { accounts, orders } = drawDemoPortfolio(day);
    const story = accounts.find(({ story }) => story === "yearly customer gone silent");
    const own = orders.filter(
      ({ accountNumber, isReturn }) => accountNumber === story?.number && !isReturn,
    );
    expect(own.length).toBeGreaterThanOrEqual(5);
    const silence = day - Math.max(...own.map((order) => order.day));
    expect(silence).toBeGreaterThan(365);
    expect(silence).toBeLessThan(365 + 75);
  },
);

test("returns refer to an order of the same customer and currencies other than yuan have rates", () => {
  const { orders, rates } = drawDemoPortfolio(today);
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  const returns = orders.filter(({ isReturn }) => isReturn);
  expect(returns.length).toBeGreaterThan(20);
  for (const back of returns) {
    expect(byNumber.get(back.refersTo ?? "")?.accountNumber).toBe(back.accountNumber);
    expect(back.lines.every(({ quantity }) => quantity < 0)).toBe(true);
  }
  for (const { currency, day } of orders) {
    if (currency === "CNY") continue;
    expect(rates.some((rate) => rate.currency === currency && rate.fromDay <= day)).toBe(true);
  }
});
