import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { relativeWeightsOf } from "./relative-weights.ts";

const column = (text: string) => Float64Array.from(text.split(" ").map(Number));

// Motor Trend 1974 (R's `mtcars`): miles per gallon by cylinders, displacement, power and gears.
const mpg = column(
  "21 21 22.8 21.4 18.7 18.1 14.3 24.4 22.8 19.2 17.8 16.4 17.3 15.2 10.4 10.4 14.7 32.4 30.4 33.9 21.5 15.5 15.2 13.3 19.2 27.3 26 30.4 15.8 19.7 15 21.4",
);
const cyl = column("6 6 4 6 8 6 8 4 4 6 6 8 8 8 8 8 8 4 4 4 4 8 8 8 8 4 4 4 8 6 8 4");
const disp = column(
  "160 160 108 258 360 225 360 146.7 140.8 167.6 167.6 275.8 275.8 275.8 472 460 440 78.7 75.7 71.1 120.1 318 304 350 400 79 120.3 95.1 351 145 301 121",
);
const hp = column(
  "110 110 93 110 175 105 245 62 95 123 123 180 180 180 205 215 230 66 52 65 97 150 150 245 175 66 91 113 264 175 335 109",
);
const gear = column("4 4 4 3 3 3 3 4 4 4 4 3 3 3 3 3 3 4 4 4 3 3 3 3 3 4 5 5 5 5 5 4");

// The published result of the R package `rwa` for this very call.
test("the weights of the published example are reproduced", () => {
  const found = relativeWeightsOf([cyl, disp, hp, gear], mpg)!;
  expect(found.explained).toBeCloseTo(0.7791896, 6);
  expect([...found.weights].map((weight) => Number(weight.toFixed(7)))).toEqual([
    0.2284797, 0.2221469, 0.2321744, 0.0963886,
  ]);
});

/** Columns that go together a little, and an outcome of them. */
const madeUp = (seed: number, p: number) => {
  const chance = seededRandom(seed);
  const n = 60;
  const shared = Float64Array.from({ length: n }, () => chance.normal());
  const columns = Array.from({ length: p }, () =>
    Float64Array.from(shared, (value) => value * 0.5 + chance.normal()),
  );
  const outcome = Float64Array.from(
    shared,
    (_, i) => columns.reduce((sum, values, j) => sum + values[i]! * (j + 1), 0) + chance.normal(),
  );
  return { columns, outcome };
};

test("weights are never negative, add up to R², and do not depend on the order of the columns", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 6 }), (seed, p) => {
      const { columns, outcome } = madeUp(seed, p);
      const found = relativeWeightsOf(columns, outcome)!;
      expect(Math.min(...found.weights)).toBeGreaterThanOrEqual(0);
      expect(found.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(
        found.explained,
        9,
      );
      expect(found.explained).toBeLessThanOrEqual(1 + 1e-9);
      const turned = relativeWeightsOf(columns.toReversed(), outcome)!;
      for (const [j, weight] of found.weights.entries())
        expect(turned.weights[p - 1 - j]).toBeCloseTo(weight, 9);
    }),
    { numRuns: 60 },
  );
});

test("columns that have nothing to do with each other weigh their squared correlation", () => {
  const x = Float64Array.from([1, -1, 1, -1, 1, -1, 1, -1]);
  const y = Float64Array.from([1, 1, -1, -1, 1, 1, -1, -1]);
  const outcome = Float64Array.from(x, (value, i) => 2 * value + y[i]!);
  const { weights } = relativeWeightsOf([x, y], outcome)!;
  expect([...weights]).toEqual([expect.closeTo(0.8, 12), expect.closeTo(0.2, 12)]);
});

test("the same column twice shares its weight, and a column that never changes has none at all", () => {
  const { columns, outcome } = madeUp(7, 2);
  const [first, second] = columns as [Float64Array, Float64Array];
  const twice = relativeWeightsOf([first, first, second], outcome)!;
  expect(twice.weights[0]).toBeCloseTo(twice.weights[1]!, 9);
  expect(relativeWeightsOf([first, new Float64Array(60)], outcome)).toBeNull();
});
