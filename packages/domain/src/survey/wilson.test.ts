import { expect, test } from "vitest";
import { topShareOf, wilsonInterval } from "./wilson.ts";

// Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
const published = [
  { hits: 81, n: 263, low: 0.2553, high: 0.3662 },
  { hits: 15, n: 148, low: 0.0624, high: 0.1605 },
  { hits: 0, n: 20, low: 0, high: 0.1611 },
  { hits: 1, n: 29, low: 0.0061, high: 0.1718 },
];

test("the interval is the published one to four places", () => {
  for (const { hits, n, low, high } of published) {
    const interval = wilsonInterval(hits, n)!;
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  }
});

test("hits and misses mirror each other, and the interval never leaves 0 … 1", () => {
  for (const n of [1, 5, 33]) {
    for (let hits = 0; hits <= n; hits++) {
      const one = wilsonInterval(hits, n)!;
      const other = wilsonInterval(n - hits, n)!;
      expect(one.low).toBeCloseTo(1 - other.high, 12);
      expect(one.low).toBeGreaterThanOrEqual(0);
      expect(one.low).toBeLessThanOrEqual(hits / n);
      expect(one.high).toBeGreaterThanOrEqual(hits / n);
    }
  }
});

test("nobody's answers have no interval, and fewer than five no percentage", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(topShareOf(4, 4)).toBeNull();
  expect(topShareOf(4, 5)).toMatchObject({ share: 0.8 });
});
