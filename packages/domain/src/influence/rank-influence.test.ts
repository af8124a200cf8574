import fc from "fast-check";
import { expect, test } from "vitest";
import { influenceOfRank, leastRanked, mostRanked } from "./rank-influence.ts";

const ranking = (count: number) =>
  Array.from({ length: count }, (_, place) => influenceOfRank(place, count));

test("two, three and five people are told apart", () => {
  expect(ranking(2)).toEqual([5, 1]);
  expect(ranking(3)).toEqual([5, 3, 1]);
  expect(ranking(5)).toEqual([5, 4, 3, 2, 1]);
});

test("the first has 5, the last 1, nobody more than who stands before them, and no degree is left out from five on", () => {
  fc.assert(
    fc.property(fc.integer({ min: leastRanked, max: mostRanked }), (count) => {
      const found = ranking(count);
      expect([found[0], found.at(-1)]).toEqual([5, 1]);
      expect(found).toEqual(found.toSorted((a, b) => b - a));
      if (count >= 5) expect(new Set(found).size).toBe(5);
    }),
  );
});
