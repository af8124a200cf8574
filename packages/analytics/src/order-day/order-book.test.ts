import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildOrderBook, type OrderBook } from "./order-book.ts";
import { createOrderCollector, type OrderFact } from "./order-collector.ts";

const fact = (
  account: number,
  day: number,
  net: number,
  more: Partial<OrderFact> = {},
): OrderFact => ({
  account,
  day,
  net,
  cost: null,
  orderId: null,
  refersTo: null,
  ...more,
});
const bookOf = (facts: readonly OrderFact[], accounts = 2, asOf = 1_000): OrderBook => {
  const collector = createOrderCollector();
  for (const one of facts) collector.add(one);
  return buildOrderBook(collector.collect(), accounts, asOf);
};
const entriesOf = (book: OrderBook, account: number): [number, number][] =>
  Array.from(book.days.subarray(book.offsets[account]!, book.offsets[account + 1]!), (day, i) => [
    day,
    book.net[book.offsets[account]! + i]!,
  ]);

describe("order lines become order-days", () => {
  it("orders of one day are one order-day, in whatever order they arrive", () => {
    const book = bookOf([fact(0, 20, 5), fact(0, 10, 1), fact(0, 20, 7), fact(1, 15, 2)]);
    expect(entriesOf(book, 0)).toEqual([
      [10, 1],
      [20, 12],
    ]);
    expect(entriesOf(book, 1)).toEqual([[15, 2]]);
  });

  it("a return comes off the newest earlier order and makes no order-day", () => {
    expect(entriesOf(bookOf([fact(0, 10, 100), fact(0, 20, 50), fact(0, 30, -40)]), 0)).toEqual([
      [10, 100],
      [20, 10],
    ]);
    expect(entriesOf(bookOf([fact(0, 10, 100), fact(0, 20, 50), fact(0, 15, -40)]), 0)).toEqual([
      [10, 60],
      [20, 50],
    ]);
  });

  it("a return comes off the order it names, by reference or by its cancellation number", () => {
    const orders = [
      fact(0, 10, 100, { orderId: "536379" }),
      fact(0, 20, 50, { orderId: "536380" }),
    ];
    const named = bookOf([...orders, fact(0, 30, -40, { orderId: "R1", refersTo: "536379" })]);
    const cancelled = bookOf([...orders, fact(0, 30, -40, { orderId: "C536379" })]);
    for (const book of [named, cancelled])
      expect(entriesOf(book, 0)).toEqual([
        [10, 60],
        [20, 50],
      ]);
  });

  it("a return before any order is booked negative on its own date", () => {
    const book = bookOf([fact(0, 5, -40), fact(0, 10, 100)]);
    expect(entriesOf(book, 0)).toEqual([[10, 100]]);
    expect([...book.unmatchedReturns.day, ...book.unmatchedReturns.net]).toEqual([5, -40]);
  });

  it("a discount line lowers its own order instead of being a return", () => {
    const book = bookOf([
      fact(0, 10, 7),
      fact(0, 20, 100, { orderId: "a" }),
      fact(0, 20, -10, { orderId: "a" }),
    ]);
    expect(entriesOf(book, 0)).toEqual([
      [10, 7],
      [20, 90],
    ]);
  });

  it("one order number used by two accounts stays two orders", () => {
    const book = bookOf([fact(0, 10, 7, { orderId: "a" }), fact(1, 10, 9, { orderId: "a" })]);
    expect([entriesOf(book, 0), entriesOf(book, 1)]).toEqual([[[10, 7]], [[10, 9]]]);
  });

  it("nothing after the as-of day counts, returns included", () => {
    const facts = [fact(0, 10, 100), fact(0, 20, 50), fact(0, 25, -60)];
    expect(entriesOf(bookOf(facts, 1, 15), 0)).toEqual([[10, 100]]);
  });

  it("an order of zero is an order-day, a cancellation of zero is not", () => {
    expect(entriesOf(bookOf([fact(0, 10, 0), fact(0, 11, 0, { orderId: "C12" })]), 0)).toEqual([
      [10, 0],
    ]);
  });

  it("costs add up, and a day with one unknown cost has no known cost", () => {
    const book = bookOf(
      [
        fact(0, 10, 5, { cost: 2 }),
        fact(0, 10, 5, { cost: 1 }),
        fact(0, 20, 5, { cost: 2 }),
        fact(0, 20, 5),
      ],
      1,
    );
    expect([...(book.cost ?? [])]).toEqual([3, Number.NaN]);
    expect(bookOf([fact(0, 10, 5)]).cost).toBeNull();
  });

  it("no money is lost or invented: order-days and unmatched returns add up to the facts", () => {
    const facts = fc.array(
      fc.record({
        account: fc.integer({ min: 0, max: 3 }),
        day: fc.integer({ min: 1, max: 40 }),
        net: fc.integer({ min: -500, max: 900 }),
        cost: fc.constant(null),
        orderId: fc.option(fc.constantFrom("1", "2", "C1", "C2")),
        refersTo: fc.option(fc.constantFrom("1", "2")),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(facts, (all) => {
        const book = bookOf(all, 4);
        const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
        expect(sum(book.net) + sum(book.unmatchedReturns.net)).toBe(sum(all.map(({ net }) => net)));
        for (let i = 0; i < 4; i++) {
          const days = entriesOf(book, i).map(([day]) => day);
          expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
        }
      }),
    );
  });
});
