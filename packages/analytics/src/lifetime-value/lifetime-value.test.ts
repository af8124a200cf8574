import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { beforeAll, describe, expect, it } from "vitest";
import {
  netValues,
  type OnlineRetail,
  onlineRetailAbsent,
  readOnlineRetail,
} from "../../backtest/online-retail-orders.ts";
import { compareValues, heldOutDays, heldOutFrom } from "../../backtest/value-backtest.ts";
import { seededRandom } from "../numeric/seeded-random.ts";
import { buildOrderBook, type OrderBook } from "../order-day/order-book.ts";
import { createOrderCollector } from "../order-day/order-collector.ts";
import { mbgNbdPAlive } from "../purchase-model/mbg-nbd.ts";
import { repeatHistoriesFromOrderDays } from "../purchase-model/repeat-history.ts";
import { type LifetimeValue, lifetimeValuer } from "./lifetime-value.ts";
import { comingSeasons, seasonOfYear } from "./season-of-year.ts";
import { fitValueModel } from "./value-model.ts";

const asOf = dayNumberOf(2024, 12, 31);
const terms = { months: 36, yearlyDiscount: 0.1 };

const bookOf = (lists: readonly (readonly [number, number][])[], until = asOf): OrderBook => {
  const collector = createOrderCollector();
  lists.forEach((list, account) => {
    for (const [day, net] of list)
      collector.add({ account, day, net, cost: null, orderId: null, refersTo: null });
  });
  return buildOrderBook(collector.collect(), lists.length, until);
};

const randomPortfolio = (accounts: number, seed = 5): OrderBook => {
  const random = seededRandom(seed);
  return bookOf(
    Array.from({ length: accounts }, () => {
      const gap = 20 + 100 * random.uniform();
      const size = 1_000 * Math.exp(random.normal());
      const days: [number, number][] = [];
      for (
        let day = asOf - 1_500 * random.uniform();
        day < asOf;
        day += random.exponential(1 / gap)
      ) {
        days.push([Math.floor(day), Math.round(size * (0.5 + random.uniform()))]);
        if (random.uniform() < 0.03) break;
      }
      return days;
    }),
  );
};

describe("lifetime value", () => {
  const book = randomPortfolio(400);
  const model = fitValueModel(book, asOf);
  const value = lifetimeValuer(book, model, asOf, terms);
  const all = Array.from({ length: 400 }, (_, account) => value(account, 0.8)).filter(
    (found): found is LifetimeValue => found !== null,
  );

  it("is fitted, finite, ordered low ≤ mid ≤ high, and the same whenever it is asked", () => {
    expect(model.purchaseBasis).toBe("fitted");
    for (const { low, mid, high } of all) {
      expect(Number.isFinite(high) && low >= 0 && low <= mid && mid <= high).toBe(true);
    }
    expect(value(7, 0.8)).toEqual(value(7, 0.8));
  });

  it("is proportional to the chance that the account is still a customer, and nothing when it has surely left", () => {
    expect(value(3, 0.4)?.mid).toBeCloseTo((value(3, 0.8)?.mid ?? 0) / 2, 6);
    expect(value(3, 0)).toMatchObject({ low: 0, mid: 0, high: 0 });
    expect(value(3, 0)?.nextYearIfKept).toBe(value(3, 0.8)?.nextYearIfKept);
  });

  it("a dearer future is worth less today, a longer one more", () => {
    const at = (months: number, yearlyDiscount: number) =>
      lifetimeValuer(book, model, asOf, { months, yearlyDiscount })(3, 1)?.mid ?? 0;
    expect(at(36, 0.3)).toBeLessThan(at(36, 0.1));
    expect(at(12, 0.1)).toBeLessThan(at(36, 0.1));
  });

  it("one order gives a band at least twice as wide, for its size, as forty regular ones", () => {
    const many = Array.from({ length: 40 }, (_, i): [number, number] => [
      asOf - 1_200 + 30 * i,
      1_000,
    ]);
    const two = lifetimeValuer(bookOf([[[asOf - 40, 1_000]], many]), model, asOf, terms);
    const width = (account: number) => {
      const { low, mid, high } = two(account, 0.95) ?? { low: 0, mid: 1, high: 0 };
      return (high - low) / mid;
    };
    expect(width(0)).toBeGreaterThan(2 * width(1));
  });

  it("an account without an order has none", () => {
    expect(lifetimeValuer(bookOf([[]]), model, asOf, terms)(0, 1)).toBeNull();
  });

  it("a handful of accounts uses cautious defaults instead of a runaway fit", () => {
    const small = fitValueModel(
      bookOf([
        [
          [asOf - 400, 5],
          [asOf - 300, 6],
        ],
        [[asOf - 90, 7]],
      ]),
      asOf,
    );
    expect(small.purchaseBasis).toBe("default");
    expect(small.spend.gammaGamma).toBeNull();
  });
});

describe("season of the year", () => {
  it("is flat below a year, and finds a strong month with enough orders", () => {
    expect(seasonOfYear(bookOf([[[asOf - 100, 5]]]), asOf)).toEqual(
      Array.from({ length: 12 }, () => 1),
    );
    const list = Array.from({ length: 730 }, (_, i): [number, number] => {
      const december = new Date((asOf - i) * 86_400_000).getUTCMonth() === 11;
      return [asOf - i, december ? 300 : 100];
    });
    const season = seasonOfYear(bookOf([list]), asOf);
    expect(season[11]).toBeGreaterThan(1.8);
    expect(season.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(12, 9);
    expect(comingSeasons(season, asOf, 12)[11]).toBeGreaterThan(1.5);
  });
});

describe("Online Retail II, half a year held out", () => {
  let retail: OnlineRetail | null = null;
  beforeAll(() => {
    retail = readOnlineRetail();
  });

  it("the top fifth by lifetime value holds at least 75.8 % of the revenue that came", (context) => {
    if (!retail) return context.skip(onlineRetailAbsent);
    const collector = createOrderCollector();
    for (const { account, day, pence } of retail.invoices) {
      collector.add({ account, day, net: pence, cost: null, orderId: null, refersTo: null });
    }
    const accounts = retail.histories.offsets.length - 1;
    const book = buildOrderBook(collector.collect(), accounts, heldOutFrom);
    const model = fitValueModel(book, heldOutFrom);
    const { histories, accounts: rows } = repeatHistoriesFromOrderDays(book, {
      until: heldOutFrom,
      unitDays: 7,
    });
    const pAlive = mbgNbdPAlive(model.purchase, histories);
    const value = lifetimeValuer(book, model, heldOutFrom, { months: 6, yearlyDiscount: 0 });
    const actual = netValues(retail, heldOutFrom, heldOutFrom + heldOutDays);
    const figures = compareValues(
      [...rows].map((account, row) => value(account, pAlive[row]!)?.mid ?? 0),
      [...rows].map((account) => actual[account]!),
    );
    expect(figures.topFifth).toBeGreaterThanOrEqual(0.758);
    expect(Math.abs(figures.totalRatio - 1)).toBeLessThanOrEqual(0.1);
  });
});

describe("a portfolio nobody has left yet", () => {
  it("is not taken for immortal, and its rates are still its own", () => {
    const random = seededRandom(9);
    const faithful = bookOf(
      Array.from({ length: 60 }, () =>
        Array.from({ length: 50 }, (_, i): [number, number] => [
          asOf - 30 * i - Math.floor(9 * random.uniform()),
          1_000,
        ]),
      ),
    );
    const { purchase, purchaseBasis } = fitValueModel(faithful, asOf);
    expect(purchaseBasis).toBe("fitted");
    expect(purchase.a / (purchase.a + purchase.b)).toBeGreaterThanOrEqual(0.002);
    expect(purchase.r / purchase.alpha).toBeCloseTo(7 / 30, 1);
  });
});
