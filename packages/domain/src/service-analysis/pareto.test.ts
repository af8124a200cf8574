import fc from "fast-check";
import { expect, test } from "vitest";
import { paretoOf } from "./pareto.ts";

test("the most frequent cause comes first, and the vital few are those that make up 80 %", () => {
  const bars = paretoOf([
    { key: "billing", count: 10 },
    { key: "delivery", count: 50 },
    { key: "attitude", count: 0 },
    { key: "product", count: 30 },
    { key: "other", count: 10 },
  ]);
  expect(bars.map(({ key, cumulative, isVital }) => [key, cumulative, isVital])).toEqual([
    ["delivery", 0.5, true],
    ["product", 0.8, true],
    ["billing", 0.9, false],
    ["other", 1, false],
  ]);
});

test("no cause, no bar", () => {
  expect(paretoOf([{ key: "other", count: 0 }])).toEqual([]);
});

test("shares never rise, the running share ends at one, and the vital ones reach 80 %", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(100), { minLength: 1, maxLength: 10 }), (counts) => {
      const bars = paretoOf(counts.map((count, i) => ({ key: `c${i}`, count })));
      if (bars.length === 0) return;
      expect(bars.at(-1)?.cumulative).toBeCloseTo(1, 12);
      for (const [i, bar] of bars.entries())
        if (i > 0) expect(bar.share).toBeLessThanOrEqual(bars[i - 1]!.share);
      const vital = bars.filter(({ isVital }) => isVital);
      expect(vital.at(-1)?.cumulative).toBeGreaterThanOrEqual(0.8 - 1e-12);
    }),
  );
});
