import fc from "fast-check";
import { expect, test } from "vitest";
import { rankCorrelationOf, ranksOf } from "./rank-correlation.ts";

const of = (...values: number[]) => Float64Array.from(values);

test("equal values share the mean of their places", () => {
  expect([...ranksOf(of(10, 20, 20, 5))]).toEqual([2, 3.5, 3.5, 1]);
});

// IQ and hours of television a week: the worked example of the encyclopaedia, ρ = −29/165.
test("the published example of intelligence and television is reproduced", () => {
  const found = rankCorrelationOf(
    of(106, 86, 100, 101, 99, 103, 97, 113, 112, 110),
    of(7, 0, 27, 50, 28, 29, 20, 12, 6, 17),
  );
  expect(found?.r).toBeCloseTo(-29 / 165, 12);
  expect(found?.n).toBe(10);
});

test("the interval is Bonett and Wright's", () => {
  const x = Float64Array.from({ length: 40 }, (_, i) => i);
  const y = Float64Array.from({ length: 40 }, (_, i) => (i * 7) % 40);
  const found = rankCorrelationOf(x, y)!;
  const reach = 1.959963984540054 * Math.sqrt((1 + found.r ** 2 / 2) / 37);
  expect(Math.atanh(found.high) - Math.atanh(found.r)).toBeCloseTo(reach, 12);
  expect(Math.atanh(found.r) - Math.atanh(found.low)).toBeCloseTo(reach, 12);
});

test("a column that never changes, or three answers, say nothing", () => {
  expect(rankCorrelationOf(of(1, 1, 1, 1), of(1, 2, 3, 4))).toBeNull();
  expect(rankCorrelationOf(of(1, 2, 3), of(1, 2, 3))).toBeNull();
});

test("any rising change of scale leaves it as it is, turning one column round turns its sign", () => {
  const column = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(column, column, (x, y) => {
      const plain = rankCorrelationOf(of(...x), of(...y));
      const bent = rankCorrelationOf(of(...x.map((v) => v ** 3 + 2)), of(...y));
      const turned = rankCorrelationOf(of(...x.map((v) => -v)), of(...y));
      expect(bent?.r ?? 0).toBeCloseTo(plain?.r ?? 0, 12);
      expect(turned?.r ?? 0).toBeCloseTo(-(plain?.r ?? 0), 12);
      if (plain) {
        expect(plain.low).toBeLessThanOrEqual(plain.r);
        expect(plain.high).toBeGreaterThanOrEqual(plain.r);
      }
    }),
  );
});
