import type { AccountFacts } from "@mainstay/analytics/portfolio/account-facts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { factsInBlocks } from "./facts-in-blocks.ts";

const read = (from: number, to: number): AccountFacts[] =>
  Array.from(
    { length: to - from },
    (_, i) => ({ account: from + i, orders: from + i }) as AccountFacts,
  );

test("whatever the sizes, every account is ranked once and judged once, in order", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      (total, keptAtMost, blockLength, slice) => {
        const facts = factsInBlocks(read, total, { keptAtMost, blockLength });
        const all = Array.from({ length: total }, (_, i) => i);
        expect(facts.ranked().map(({ orders }) => orders)).toEqual(all);
        const judged: number[] = [];
        for (let from = 0; from < total; from += slice) {
          judged.push(
            ...facts.between(from, Math.min(total, from + slice)).map(({ account }) => account),
          );
        }
        expect(judged).toEqual(all);
      },
    ),
  );
});

test("a portfolio that fits is read once, a larger one holds one block at a time", () => {
  const spans: [number, number][] = [];
  const counting = (from: number, to: number) => {
    spans.push([from, to]);
    return read(from, to);
  };
  const small = factsInBlocks(counting, 10, { keptAtMost: 10, blockLength: 4 });
  small.ranked();
  small.between(0, 10);
  expect(spans).toEqual([[0, 10]]);
  spans.length = 0;
  const large = factsInBlocks(counting, 10, { keptAtMost: 5, blockLength: 4 });
  large.ranked();
  large.between(0, 10);
  expect(spans).toEqual([
    [0, 4],
    [4, 8],
    [8, 10],
    [0, 4],
    [4, 8],
    [8, 10],
  ]);
});
