import { expect, test } from "vitest";
import { freshness } from "./freshness.ts";

test.each([
  [-3, 1],
  [0, 1],
  [90, 1],
  [180, 0.65],
  [270, 0.3],
  [271, 0.3],
  [5000, 0.3],
])("a stance assessed %i days ago counts %f", (age, counts) => {
  expect(freshness(age)).toBeCloseTo(counts, 12);
});
