import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { describe, expect, it } from "vitest";
import { convertMoney } from "./convert-money.ts";
import type { OrderBook } from "./order-book.ts";
import { monthlyRevenue, yearlyRevenue } from "./yearly-revenue.ts";

const book = (days: number[], net: number[], cost: number[] | null = null): OrderBook => ({
  offsets: Int32Array.of(0, days.length),
  days: Int32Array.from(days),
  net: Float64Array.from(net),
  cost: cost && Float64Array.from(cost),
  unmatchedReturns: {
    account: Int32Array.of(0),
    day: Int32Array.of(400),
    net: Float64Array.of(-5),
  },
});

describe("trailing years", () => {
  it("the as-of day belongs to window 0, the day 365 before it to window 1, unmatched returns to their own", () => {
    const { net, cost } = yearlyRevenue(
      book([270, 635, 636, 1_000], [1, 2, 4, 8], [1, 1, 1, 1]),
      1_000,
      3,
    );
    expect([...net]).toEqual([12, 2 - 5, 1]);
    expect([...(cost ?? [])]).toEqual([2, 1, 1]);
  });
});

describe("months", () => {
  it("come without holes", () => {
    const months = monthlyRevenue({
      ...book([dayNumberOf(2024, 1, 5), dayNumberOf(2024, 3, 1)], [10, 20]),
      unmatchedReturns: {
        account: new Int32Array(),
        day: new Int32Array(),
        net: new Float64Array(),
      },
    });
    expect(months.map(({ net }) => net)).toEqual([10, 0, 20]);
  });
});

describe("money is converted at its own day's rate", () => {
  const rates = {
    base: "CNY",
    rates: new Map([
      [
        "USD",
        [
          { from: 0, rate: 7 },
          { from: 100, rate: 7.2 },
        ],
      ],
      ["JPY", [{ from: 0, rate: 0.05 }]],
    ]),
  };
  it("by the newest rate on or before the day", () => {
    expect(convertMoney(1_000, "USD", 99, rates)).toBe(7_000);
    expect(convertMoney(-1_000, "USD", 100, rates)).toBe(-7_200);
    expect(convertMoney(1_000, "JPY", 5, rates)).toBe(5_000);
    expect(convertMoney(1_000, "CNY", 5, rates)).toBe(1_000);
  });
  it("and refused without one", () => {
    expect(convertMoney(1_000, "EUR", 5, rates)).toBeNull();
    expect(convertMoney(1_000, "USD", -1, rates)).toBeNull();
  });
});
