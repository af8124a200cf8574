import { dayNumberOf, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { defaultEvaluationSettings as settings } from "@mainstay/domain/evaluation/evaluation-settings";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { buildOrderBook } from "../order-day/order-book.ts";
import { createOrderCollector } from "../order-day/order-collector.ts";
import { createProductCollector } from "../order-day/product-collector.ts";
import type { PreviousLevels } from "./account-evaluation.ts";
import { evaluateAccounts } from "./evaluate-accounts.ts";
import { evaluatePortfolio } from "./evaluate-portfolio.ts";
import { findLostCategories } from "./find-lost-categories.ts";
import { findShrinkingOrders } from "./find-shrinking-orders.ts";
import { paymentDelay } from "./payment-delay.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

const asOf = dayNumberOf(2025, 5, 20);
type Order = readonly [day: number, net: number, cost?: number];

const inputOf = (
  lists: readonly (readonly Order[])[],
  more: Partial<PortfolioInput> = {},
): PortfolioInput => {
  const collector = createOrderCollector();
  lists.forEach((list, account) => {
    for (const [day, net, cost] of list)
      collector.add({ account, day, net, cost: cost ?? null, orderId: null, refersTo: null });
  });
  return {
    book: buildOrderBook(collector.collect(), lists.length, asOf),
    currency: "CNY",
    ...more,
  };
};

const every = (
  gap: number,
  from: number,
  until: number,
  net: number,
  jitter: () => number = () => 0,
): Order[] => {
  const orders: Order[] = [];
  for (let day = from; day <= until; day += gap) orders.push([Math.round(day + jitter()), net]);
  return orders;
};

/** Forty ordinary accounts, and Mr Xu (index 0): one order every first quarter since 2018, none in 2025. */
const portfolio = (): Order[][] => {
  const random = seededRandom(3);
  const xu = Array.from(
    { length: 7 },
    (_, i): Order => [dayNumberOf(2018 + i, 2, 8 + Math.floor(8 * random.uniform())), 90_000_000],
  );
  const others = Array.from({ length: 40 }, (_, i) =>
    every(25 + 2 * i, asOf - 2_200, asOf - 1, 100_000 * (i + 1), () => 4 * random.normal()).filter(
      ([day]) => day <= asOf,
    ),
  );
  return [xu, ...others, [[asOf - 30, 500_000]], []];
};

describe("a portfolio evaluation", () => {
  const evaluation = evaluatePortfolio(inputOf(portfolio()), asOf);
  const of = (account: number) => evaluation.accounts.find((one) => one.account === account)!;

  it("puts the silent yearly customer first, with its earlier years as evidence", () => {
    expect(evaluation.accounts[0]?.account).toBe(0);
    const xu = of(0);
    expect(
      xu.signals.filter(({ kind }) => kind === "season_closed" || kind === "rhythm_broken"),
    ).toHaveLength(1);
    expect(xu.signals[0]?.moneyAtStake).toBeGreaterThan(1_000_000);
    expect(xu.signals[0]?.evidence.map(({ on }) => on)).toContain(xu.lastOn);
    expect(xu.level).not.toBe("fine");
  });

  it("leaves steady customers alone", () => {
    const alarmed = evaluation.accounts.filter(
      ({ account, signals }) => account > 0 && signals.length > 0,
    );
    expect(alarmed.length).toBeLessThanOrEqual(2);
    expect(of(10)).toMatchObject({ level: "fine", notEnoughHistory: false });
    expect(
      of(10).nextOrder?.expected && of(10).nextOrder!.expected > isoFromDayNumber(asOf - 60),
    ).toBe(true);
  });

  it("never colours an account with one order, and gives it a wide band", () => {
    const one = of(41);
    expect(one).toMatchObject({
      level: "unknown",
      pLost: null,
      notEnoughHistory: true,
      historyGaps: ["one_order"],
      valueAtRisk: 0,
      signals: [],
    });
    expect(one.pOrder90).toBeGreaterThan(0);
    expect(one.clv!.high).toBeGreaterThan(3 * one.clv!.low);
  });

  it("an account without an order has no segment, no value, no signal", () => {
    expect(of(42)).toMatchObject({
      orders: 0,
      segment: null,
      clv: null,
      signals: [],
      historyGaps: ["no_order"],
      firstOn: null,
    });
  });

  it("sums add up to the accounts", () => {
    const { totals, accounts } = evaluation;
    expect(totals.revenue12m).toBe(accounts.reduce((sum, one) => sum + one.revenue12m, 0));
    expect(Object.values(totals.bySegment).reduce((a, b) => a + b)).toBe(42);
    expect(totals.bySegment.core).toBe(Math.ceil(42 * settings.coreTopShare));
  });

  it("probabilities are probabilities and the ranking is by value at risk", () => {
    let last = Number.POSITIVE_INFINITY;
    for (const { pLost, pOrder90, valueAtRisk, clv } of evaluation.accounts) {
      for (const p of [pLost, pOrder90]) if (p !== null) expect(p >= 0 && p <= 1).toBe(true);
      expect(valueAtRisk).toBeLessThanOrEqual(last);
      last = valueAtRisk;
      if (clv) expect(clv.low <= clv.mid && clv.mid <= clv.high).toBe(true);
    }
  });

  it("a few accounts judged again with the stored model get the same judgement", () => {
    const stored = JSON.parse(JSON.stringify(evaluation.model)) as typeof evaluation.model;
    const chosen = [0, 10, 41];
    const lists = portfolio();
    const again = evaluateAccounts(
      stored,
      inputOf(chosen.map((account) => lists[account]!)),
      settings,
      asOf,
    );
    again.forEach((one, i) =>
      expect({ ...one, account: 0 }).toEqual({ ...of(chosen[i]!), account: 0 }),
    );
  });

  it("is pure: asked twice it answers the same", () => {
    expect(evaluatePortfolio(inputOf(portfolio()), asOf)).toEqual(evaluation);
  });

  it("a fall in segment waits for the second evaluation, and says so", () => {
    const previous = new Map<number, PreviousLevels>([
      [1, { segment: "core", segmentStreak: 0, grade: "none", gradeStreak: 0 }],
    ]);
    const next = evaluatePortfolio(inputOf(portfolio()), asOf, settings, {
      previous,
      models: evaluation.model,
    });
    const one = next.accounts.find(({ account }) => account === 1)!;
    expect(one.segment).toMatchObject({ level: "core", proposed: null, demotionStreak: 1 });
    expect(one.segmentReasons.map(({ code }) => code)).toContain("segment.demotion_waits");
  });

  it("fewer than ten accounts are placed by amount bands", () => {
    const few = evaluatePortfolio(inputOf(portfolio().slice(0, 5)), asOf);
    expect(few.accounts[0]?.segmentReasons[0]?.code).toBe("segment.absolute_bands");
    expect(few.accounts.every(({ segment }) => segment?.level !== "core")).toBe(true);
  });

  it("costs turn revenue into margin, a loss-making account into a negative lifetime value", () => {
    const lists = portfolio().map((list, account) =>
      list.map(([day, net]): Order => [day, net, account === 5 ? 2 * net : 0.4 * net]),
    );
    const withCosts = evaluatePortfolio(inputOf(lists), asOf);
    const find = (account: number) => withCosts.accounts.find((one) => one.account === account)!;
    expect(find(6).margin12m).toBeCloseTo(0.6 * find(6).revenue12m, 0);
    expect(find(5).clv!.mid).toBeLessThan(0);
    expect(find(5).clv!.low).toBeLessThanOrEqual(find(5).clv!.mid);
    expect(find(5).valueAtRisk).toBe(0);
  });

  it("a contract over the next year stands for steadiness; potential known from the wallet moves a segment", () => {
    const extras = new Map([[20, { shareOfWallet: 0.05, industryGrowth: 1 }]]);
    const wooed = evaluatePortfolio(inputOf(portfolio(), { extras }), asOf);
    expect(wooed.accounts.find(({ account }) => account === 20)?.segment?.level).toBe(
      "high_potential",
    );
  });
});

describe("shrinking orders", () => {
  const days = Array.from({ length: 24 }, (_, i) => asOf - 30 * (24 - i));
  const book = (net: (i: number) => number) =>
    inputOf([days.map((day, i): Order => [day, net(i)])]).book;
  const noise = (i: number): number => 1 + 0.15 * Math.sin(7 * i);
  it("finds orders of half the size", () => {
    const found = findShrinkingOrders(
      book((i) => Math.round(100_000 * noise(i) * (i < 18 ? 1 : 0.5))),
      0,
      asOf,
    );
    expect(found?.drop).toBeGreaterThan(0.4);
    expect(found!.usualYearly).toBeGreaterThan(1.5 * found!.recentYearly);
  });
  it("are never shown as fine, though the rhythm is kept", () => {
    const shrunk = days.map(
      (day, i): Order => [day, Math.round(10_000_000 * noise(i) * (i < 18 ? 1 : 0.4))],
    );
    const { accounts } = evaluatePortfolio(inputOf([...portfolio(), shrunk]), asOf);
    const one = accounts.find(({ account }) => account === portfolio().length);
    expect(one?.signals.map(({ kind }) => kind)).toContain("order_amount_shrinking");
    expect(one?.pLost).toBeLessThan(0.3);
    expect(["watch", "act"]).toContain(one?.level);
  });
  it("names a steady buyer that still orders, but far less often", () => {
    const weekly = every(7, asOf - 1_400, asOf - 92, 5_000_000);
    const slower = [asOf - 50, asOf - 3].map((day): Order => [day, 5_000_000]);
    const signalsOf = (orders: Order[]) => {
      const { accounts } = evaluatePortfolio(inputOf([...portfolio(), orders]), asOf);
      return accounts.find(({ account }) => account === portfolio().length)?.signals ?? [];
    };
    const codes = signalsOf([...weekly, ...slower]).map(({ reason }) => reason.code);
    expect(codes).toContain("signal.orders_fewer");
    const kept = signalsOf(every(7, asOf - 1_400, asOf, 5_000_000)).map(
      ({ reason }) => reason.code,
    );
    expect(kept).not.toContain("signal.orders_fewer");
  });
  it("is silent about noise, growth and short histories", () => {
    expect(
      findShrinkingOrders(
        book((i) => Math.round(100_000 * noise(i))),
        0,
        asOf,
      ),
    ).toBeNull();
    expect(
      findShrinkingOrders(
        book((i) => 1_000 * (i + 1)),
        0,
        asOf,
      ),
    ).toBeNull();
    expect(
      findShrinkingOrders(
        inputOf([
          [
            [asOf - 9, 10],
            [asOf - 5, 1],
          ],
        ]).book,
        0,
        asOf,
      ),
    ).toBeNull();
  });
});

describe("lost product families", () => {
  it("finds the family that vanished while orders went on", () => {
    const days = Array.from({ length: 14 }, (_, i) => asOf - 30 * (14 - i));
    const products = createProductCollector();
    days.forEach((day, i) => {
      products.add(0, day, "pumps", 600);
      if (i < 8) products.add(0, day, "valves", 400);
      if (i === 2) products.add(0, day, "sample", 900);
    });
    const { book } = inputOf([days.map((day): Order => [day, 1_000])]);
    const lost = findLostCategories(book, products.collect(1, asOf)!, 0);
    expect(lost).toEqual([
      { product: "valves", lastDay: days[7], ordersSince: 6, usualShare: 1, yearlyNet: 3_200 },
    ]);
  });
  it("does not take an article list for families", () => {
    const products = createProductCollector();
    for (let i = 0; i < 400; i++) products.add(0, asOf, `sku ${i}`, 1);
    expect(products.collect(1, asOf)).toBeNull();
  });
});

describe("payment delay", () => {
  const history = (late: number[], open = 0) => ({
    offsets: Int32Array.of(0, late.length + open),
    dueDay: Int32Array.from({ length: late.length + open }, (_, i) => asOf - 400 + 20 * i),
    paidDay: Float64Array.from({ length: late.length + open }, (_, i) =>
      i < late.length ? asOf - 400 + 20 * i + late[i]! : Number.NaN,
    ),
    amount: new Float64Array(late.length + open).fill(500),
  });
  it("is told when the last payments come far later than usual, with what is overdue", () => {
    expect(paymentDelay(history([1, 0, 2, 1, 0, 1, 25, 30, 28], 2), 0, asOf)).toMatchObject({
      usualDaysLate: 5 / 6,
      overdueAmount: 1_000,
      overdueInvoices: 2,
    });
  });
  it("is not told of steady lateness, early payment or few invoices", () => {
    expect(paymentDelay(history([25, 30, 28, 25, 30, 28, 25, 30, 28]), 0, asOf)).toBeNull();
    expect(paymentDelay(history([1, 0, 1, -9, -9, -9]), 0, asOf)).toBeNull();
    expect(paymentDelay(history([0, 0, 40, 40]), 0, asOf)).toBeNull();
  });
});
