import { expect, test } from "vitest";
import { drawnCorrelations } from "./drawn-correlations.ts";
import { correlationOf } from "./rank-correlation.ts";

const columns = [Float64Array.of(1, 2, 3, 5, 4, 2), Float64Array.of(5, 1, 4, 4, 2, 2)];
const outcome = Float64Array.of(9, 3, 10, 8, 2, 0);
const drawnRows = [0, 0, 2, 3, 5, 5];
const counts = Float64Array.of(2, 0, 1, 1, 0, 2);
const pick = (values: Float64Array) => Float64Array.from(drawnRows, (row) => values[row]!);

test("counting rows gives the correlations of the rows themselves", () => {
  const found = drawnCorrelations(columns, outcome)(counts);
  expect(found?.withOutcome[0]).toBeCloseTo(correlationOf(pick(columns[0]!), pick(outcome))!, 12);
  expect(found?.withOutcome[1]).toBeCloseTo(correlationOf(pick(columns[1]!), pick(outcome))!, 12);
  expect(found?.among[1]).toBeCloseTo(correlationOf(pick(columns[0]!), pick(columns[1]!))!, 12);
  expect(found?.among[2]).toBe(found?.among[1]);
});

test("a draw in which something never changes has none", () => {
  expect(drawnCorrelations(columns, outcome)(Float64Array.of(0, 6, 0, 0, 0, 0))).toBeNull();
});
