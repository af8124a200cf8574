import { expect, test } from "vitest";
import { allotStrata, drawSample, drawStratified } from "./draw-sample.ts";

test("published vectors: the same seed gives the same sample on any machine", () => {
  expect(drawSample("mainstay", 5, 100)).toEqual([99, 19, 56, 78, 89]);
  expect(drawSample("2026-Q3", 3, 1_000_000)).toEqual([615099, 518330, 438887]);
  expect(drawStratified("mainstay", 4, ["b", "a", "a", "b", "a", "c"])).toEqual([2, 1, 0, 5]);
});

test("a sample has no place twice, all places within the population, never more than there are", () => {
  for (let size = 0; size < 30; size++) {
    for (const n of [0, 1, size - 1, size, size + 5].filter((one) => one >= 0)) {
      const drawn = drawSample(`s${size}`, n, size);
      expect(drawn).toHaveLength(Math.min(n, size));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((place) => place >= 0 && place < size)).toBe(true);
    }
  }
});

test("every place is as likely as any other (chi-squared, 19 degrees, 0.1 %)", () => {
  const counts = Array.from({ length: 20 }, () => 0);
  const draws = 2_000;
  for (let i = 0; i < draws; i++)
    for (const place of drawSample(`seed ${i}`, 5, 20)) counts[place]!++;
  const expected = (draws * 5) / 20;
  // Drawn without replacement: the variance is smaller by (1 − n/N).
  const spread =
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0) / (1 - 5 / 20);
  expect(spread).toBeLessThan(43.82);
  expect(spread).toBeGreaterThan(4);
});

test("strata are drawn in proportion, at least one of each, and add up", () => {
  expect(allotStrata(10, [60, 30, 10])).toEqual([6, 3, 1]);
  expect(allotStrata(10, [98, 1, 1])).toEqual([8, 1, 1]);
  expect(allotStrata(2, [50, 50, 50])).toEqual([1, 1, 0]);
  expect(allotStrata(9, [2, 2, 100])).toEqual([1, 1, 7]);
  expect(allotStrata(50, [3, 0, 4])).toEqual([3, 0, 4]);
  expect(allotStrata(5, [])).toEqual([]);
  for (let n = 0; n < 40; n++) {
    const sizes = [n % 7, 3, (n * 5) % 11, 1];
    const shares = allotStrata(n, sizes);
    expect(shares.reduce((a, b) => a + b)).toBe(
      Math.min(
        n,
        sizes.reduce((a, b) => a + b),
      ),
    );
    expect(shares.every((share, i) => share >= 0 && share <= sizes[i]!)).toBe(true);
  }
});
