import { defaultEvaluationSettings as inForce } from "@mainstay/domain/evaluation/evaluation-settings";
import { proposeSegment } from "@mainstay/domain/evaluation/propose-segment";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatrixPoint } from "./preview-moves.ts";
import { previewMoves, segmentBy, sumMoves } from "./preview-moves.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyPoint: fc.Arbitrary<MatrixPoint> = fc.record({
  id: fc.uuid(),
  name: fc.string(),
  value: share,
  valuePercentile: share,
  potential: share,
  segment: fc.constantFrom("core", "high_potential", "maintain", "develop", null),
  level: fc.constant("fine"),
  revenue12mMinor: fc.integer({ min: -1000, max: 1_000_000 }),
  shareAbove: share,
  steadiness: fc.record({ years: fc.integer({ min: 0, max: 3 }), lowestShare: fc.option(share) }),
  isUnderContract: fc.boolean(),
});
const anyCuts = fc.record({
  coreTopShare: share,
  coreYearFloor: share,
  potentialCut: share,
  maintainValueCut: share,
});

const point = (change: Partial<MatrixPoint>): MatrixPoint => ({
  id: "1",
  name: "甲",
  value: 0.5,
  valuePercentile: 0.6,
  potential: 0.5,
  segment: "maintain",
  level: "fine",
  revenue12mMinor: 100,
  shareAbove: 0.4,
  steadiness: { years: 3, lowestShare: 0.9 },
  isUnderContract: false,
  ...change,
});

describe("the preview of moved cut lines", () => {
  it("gives every point the segment the evaluation's rule gives it", () => {
    fc.assert(
      fc.property(anyPoint, anyCuts, (one, cuts) => {
        expect(segmentBy(one, cuts)).toBe(proposeSegment(one, cuts));
      }),
    );
  });

  it("shows nothing for accounts that stand where the lines put them", () => {
    fc.assert(
      fc.property(fc.array(anyPoint), anyCuts, (points, cuts) => {
        const placed = points.map((one) => ({ ...one, segment: segmentBy(one, cuts) }));
        expect(previewMoves(placed, cuts)).toEqual([]);
      }),
    );
  });

  it("a lowered potential line lifts the accounts between the old and the new line", () => {
    const points = [point({ id: "a" }), point({ id: "b", potential: 0.3, revenue12mMinor: 900 })];
    const moves = previewMoves(points, { ...inForce, potentialCut: 0.45 });
    expect(moves.map((move) => [move.point.id, move.to])).toEqual([["a", "high_potential"]]);
  });

  it("a wider core takes in the steady and leaves out the unsteady", () => {
    const steady = point({ id: "steady" });
    const unsteady = point({ id: "unsteady", steadiness: { years: 3, lowestShare: 0.2 } });
    const moves = previewMoves([steady, unsteady], { ...inForce, coreTopShare: 0.5 });
    expect(moves.map((move) => move.point.id)).toEqual(["steady"]);
  });

  it("sums moves by where from and where to, the weightiest first", () => {
    const moves = [
      { point: point({ revenue12mMinor: 5 }), to: "core" as const },
      { point: point({ revenue12mMinor: 7 }), to: "core" as const },
      { point: point({ revenue12mMinor: 90, segment: null }), to: "develop" as const },
    ];
    expect(sumMoves(moves)).toEqual([
      { from: null, to: "develop", accounts: 1, revenue12mMinor: 90 },
      { from: "maintain", to: "core", accounts: 2, revenue12mMinor: 12 },
    ]);
  });
});
