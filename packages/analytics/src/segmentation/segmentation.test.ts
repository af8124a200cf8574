import { segments } from "@mainstay/domain/account/segment";
import { defaultEvaluationSettings as settings } from "@mainstay/domain/evaluation/evaluation-settings";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeOfRevenue, percentileOfBand } from "../grade/grade-of-revenue.ts";
import { accountGrowth } from "./account-growth.ts";
import { holdDemotion } from "./hold-demotion.ts";
import { percentileOf, percentileTable, quantileOfTable, shareAbove } from "./percentile-table.ts";
import { potentialAxis } from "./potential-axis.ts";
import { proposeSegment, type SegmentFacts } from "@mainstay/domain/evaluation/propose-segment";
import { revenueStability, valueAxis, yearSteadiness } from "./value-axis.ts";

describe("percentiles", () => {
  it("equal accounts share one percentile", () => {
    const table = percentileTable([1, 2, 2, 3]);
    expect([1, 2, 3, 0, 9].map((value) => percentileOf(table, value))).toEqual([
      0.125, 0.5, 0.875, 0, 1,
    ]);
    expect([3, 2, 1].map((value) => shareAbove(table, value))).toEqual([0, 0.25, 0.75]);
    expect(quantileOfTable(table, 0.5)).toBe(2);
    expect(percentileOf(percentileTable([]), 5)).toBe(0.5);
  });

  it("a thinned table of many accounts ranks as the full one does", () => {
    const table = percentileTable(Float64Array.from({ length: 100_000 }, (_, i) => i));
    expect(percentileOf(table, 25_000)).toBeCloseTo(0.25, 3);
    expect(shareAbove(table, 89_999)).toBeCloseTo(0.1, 3);
  });

  it("percentiles rise with the value and stay within 0 and 1", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1 }),
        fc.integer({ min: -9, max: 8 }),
        (values, value) => {
          const table = percentileTable(values);
          const [low, high] = [percentileOf(table, value), percentileOf(table, value + 1)];
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("growth", () => {
  it.each([
    [[121, 110, 100], 1_200, 0.1, 0.1, 1],
    [[200, 100], 800, 1, 1, 1],
    [[100, 50], 547.5, null, 0, 0.5],
    [[100, 0], 300, null, null, 0],
    [[0, 100, 100], 1_200, -1, -1, 1],
    [[50, 0, 0], 1_200, null, 5, 1],
  ])("yearly %j over %f days", (years, days, growth, longRun, ownWeight) => {
    const found = accountGrowth(years, days);
    expect(found.growth === null ? null : Number(found.growth.toFixed(6))).toBe(growth);
    expect(found.longRun === null ? null : Number(found.longRun.toFixed(6))).toBe(longRun);
    expect(found.ownWeight).toBeCloseTo(ownWeight, 9);
  });
});

describe("the value axis", () => {
  it("stability is one minus the spread of whole years, and 0.5 marked unknown below two years", () => {
    expect(revenueStability([100, 100, 100], 1_100)).toBe(1);
    expect(revenueStability([150, 50], 730)).toBeCloseTo(0.5, 12);
    expect(revenueStability([0, 0, 0], 1_100)).toBe(0);
    expect(revenueStability([100, 100], 729)).toBeNull();
    expect(valueAxis(0.8, [100], 400, settings)).toEqual({
      score: 0.7 * 0.8 + 0.15,
      measurePercentile: 0.8,
      stability: 0.5,
      stabilityKnown: false,
    });
  });

  it("steadiness is the lowest whole year against the mean year", () => {
    expect(yearSteadiness([70, 110, 120, 0], 1_100)).toEqual({ years: 3, lowestShare: 0.7 });
    expect(yearSteadiness([70], 200)).toEqual({ years: 0, lowestShare: null });
  });
});

describe("the potential axis", () => {
  it("unknown parts count as a half, and nothing known is unknown", () => {
    expect(potentialAxis(1, null, null, settings).score).toBeCloseTo(0.7, 12);
    expect(potentialAxis(0.5, 1, 0.2, settings).score).toBeCloseTo(0.2 + 0.3 + 0.24, 12);
    expect(potentialAxis(null, null, null, settings).score).toBeNull();
    expect(potentialAxis(null, null, 1.4, settings).openWallet).toBe(0);
  });
});

describe("the segment", () => {
  const facts: SegmentFacts = {
    shareAbove: 0.05,
    valuePercentile: 0.95,
    potential: 0.3,
    steadiness: { years: 3, lowestShare: 0.8 },
    isUnderContract: false,
  };
  it.each([
    ["top tenth and steady", {}, "core"],
    ["exactly a tenth above is no longer the top tenth", { shareAbove: 0.1 }, "maintain"],
    ["top but a year below the floor", { steadiness: { years: 3, lowestShare: 0.69 } }, "maintain"],
    [
      "top, unsteady, under contract",
      { steadiness: { years: 3, lowestShare: 0.1 }, isUnderContract: true },
      "core",
    ],
    ["top but only one year known", { steadiness: { years: 1, lowestShare: 1 } }, "maintain"],
    ["core wins over potential", { potential: 0.9 }, "core"],
    ["potential at the cut", { shareAbove: 0.5, potential: 0.6 }, "high_potential"],
    ["unknown potential", { shareAbove: 0.5, valuePercentile: 0.5, potential: null }, "maintain"],
    ["below the median", { shareAbove: 0.7, valuePercentile: 0.49 }, "develop"],
  ])("%s", (_, change, segment) =>
    expect(proposeSegment({ ...facts, ...change }, settings)).toBe(segment),
  );
});

describe("moves are proposed, falls only after two evaluations in a row", () => {
  const hold = (asked: (typeof segments)[number], streak: number) =>
    holdDemotion(asked, { level: "maintain", demotionStreak: streak }, segments, 2);
  it("a rise at once, a fall on the second time, a recovery clears the count", () => {
    expect(hold("core", 0)).toEqual({ level: "maintain", proposed: "core", demotionStreak: 0 });
    expect(hold("develop", 0)).toEqual({ level: "maintain", proposed: null, demotionStreak: 1 });
    expect(hold("develop", 1)).toEqual({
      level: "maintain",
      proposed: "develop",
      demotionStreak: 2,
    });
    expect(hold("maintain", 1)).toEqual({ level: "maintain", proposed: null, demotionStreak: 0 });
    expect(holdDemotion("develop", null, segments, 2).level).toBe("develop");
  });
});

describe("grades", () => {
  it.each([
    [500_000_000, "strategic"],
    [499_999_999, "key"],
    [100_000_000, "key"],
    [50_000_000, "base"],
    [49_999_999, "none"],
    [-1, "none"],
  ])("%i fen a year", (revenue, grade) => expect(gradeOfRevenue(revenue, settings)).toBe(grade));
  it("bands stand in for percentiles in the order of grades", () => {
    expect((["none", "base", "key", "strategic"] as const).map(percentileOfBand)).toEqual([
      0.25, 0.5, 0.75, 1,
    ]);
  });
});
