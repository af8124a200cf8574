import { expect, test } from "vitest";
import { burstThreshold } from "./burst-collapse.ts";

const thresholdOf = (gaps: number[]) => burstThreshold(Float64Array.from(gaps).sort(), gaps.length);

test("one or two orders every first quarter part into days and a year", () => {
  const threshold = thresholdOf([8, 350, 12, 360, 371, 5, 349]);
  expect(threshold).toBeGreaterThan(12);
  expect(threshold).toBeLessThan(349);
});

test("an even rhythm has no bursts", () => {
  expect(thresholdOf([28, 30, 31, 29, 33, 30])).toBeNull();
});

test("three gaps are too few to speak of bursts", () => {
  expect(thresholdOf([5, 350, 360])).toBeNull();
});

test("a single long gap is not a rhythm of bursts", () => {
  expect(thresholdOf([5, 6, 7, 6, 300])).toBeNull();
});
