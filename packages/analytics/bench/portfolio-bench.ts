import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import { seededRandom } from "../src/numeric/seeded-random.ts";
import { buildOrderBook } from "../src/order-day/order-book.ts";
import { type CollectedOrders, createOrderCollector } from "../src/order-day/order-collector.ts";
import { evaluateAccounts } from "../src/portfolio/evaluate-accounts.ts";
import { evaluatePortfolio } from "../src/portfolio/evaluate-portfolio.ts";
import { defaultEvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { type BenchLine, quickestSeconds } from "./bench-line.ts";

const asOf = dayNumberOf(2025, 6, 30);
const historyDays = 6 * 365;

/** Orders of accounts with steady, random and yearly habits over six years; some have left. */
const drawOrders = (accounts: number): CollectedOrders => {
  const random = seededRandom(20_250_630);
  const collector = createOrderCollector();
  for (let account = 0; account < accounts; account++) {
    const gap = [30, 91, 30, 91, 365][account % 5]!;
    const shape = [9, 9, 1, 1, 60][account % 5]!;
    const size = 100_000 * Math.exp(random.normal());
    const last = random.uniform() < 0.2 ? asOf - historyDays * random.uniform() : asOf;
    let day = asOf - historyDays + gap * random.uniform();
    while (day <= last) {
      const net = Math.round(size * (0.5 + random.uniform()));
      collector.add({
        account,
        day: Math.floor(day),
        net,
        cost: null,
        orderId: null,
        refersTo: null,
      });
      day += random.gamma(shape, shape / gap);
    }
  }
  return collector.collect();
};

const evaluationLine = (accounts: number, limitSeconds: number): BenchLine => {
  const orders = drawOrders(accounts);
  const book = buildOrderBook(orders, accounts, asOf);
  const seconds = quickestSeconds(
    () => evaluatePortfolio({ book, currency: "CNY" }, asOf),
    accounts > 20_000 ? 0 : 2,
  );
  return {
    name: `portfolio evaluation with both fits, ${accounts} accounts`,
    rows: accounts,
    seconds,
    limitSeconds,
    note: `${book.days.length} order-days; segment, grade, P(lost), next order, lifetime value, signals`,
  };
};

/** Times the pure evaluation: order-days, a whole portfolio, and one account against a stored model. */
export const benchPortfolio = async (): Promise<BenchLine[]> => {
  const accounts = 10_000;
  const orders = drawOrders(accounts);
  const book = buildOrderBook(orders, accounts, asOf);
  const input = { book, currency: "CNY" };
  const { model } = evaluatePortfolio(input, asOf);
  const end = book.offsets[1]!;
  const one = {
    offsets: Int32Array.of(0, end),
    days: book.days.slice(0, end),
    net: book.net.slice(0, end),
    cost: null,
    unmatchedReturns: { account: new Int32Array(), day: new Int32Array(), net: new Float64Array() },
  };
  return [
    {
      name: "orders to order-days, returns netted",
      rows: orders.count,
      seconds: quickestSeconds(() => buildOrderBook(orders, accounts, asOf), 3),
      limitSeconds: 0.5,
    },
    evaluationLine(accounts, 10),
    evaluationLine(100_000, 100),
    {
      name: "one account again, stored model",
      rows: 1,
      seconds: quickestSeconds(
        () =>
          evaluateAccounts(model, { book: one, currency: "CNY" }, defaultEvaluationSettings, asOf),
        20,
      ),
      limitSeconds: 0.05,
    },
  ];
};
