import fc from "fast-check";
import { expect, test } from "vitest";
import { healthInputs, type HealthScores, healthWeights } from "./health-input.ts";
import { healthVetoes } from "./health-veto.ts";
import { bandOfScore, effectiveWeight, judgeHealth } from "./judge-health.ts";

const all = (score: number): HealthScores =>
  Object.fromEntries(healthInputs.map((input) => [input, score])) as never;
const anyScores = fc.record(
  Object.fromEntries(
    healthInputs.map((input) => [
      input,
      fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }),
    ]),
  ),
) as fc.Arbitrary<HealthScores>;

test("the weights are those of the formulas and add up to a hundred", () => {
  expect(healthWeights).toEqual({
    rhythm: 25,
    relationship: 20,
    voice: 20,
    service: 15,
    payment: 10,
    value: 10,
  });
  expect(Object.values(healthWeights).reduce((sum, weight) => sum + weight)).toBe(100);
});

test("the bands are cut below 50 and above 75", () => {
  expect([49.99, 50, 75, 75.01].map(bandOfScore)).toEqual(["red", "amber", "amber", "green"]);
});

test("weights are shared among what is known", () => {
  const scores = { ...all(80), voice: null, value: 20 };
  expect(judgeHealth(scores, [])).toEqual({
    score: (80 * 70 + 20 * 10) / 80,
    provisionalScore: (80 * 70 + 20 * 10) / 80,
    band: "amber",
    knownWeight: 80,
  });
  expect(effectiveWeight(scores, "rhythm")).toBeCloseTo(31.25);
  expect(effectiveWeight(scores, "voice")).toBe(0);
});

test("with less than sixty of a hundred known it is insufficient, however good the known part is, and the partial score stands apart", () => {
  const three = { ...all(100), voice: null, service: null, value: null };
  expect(judgeHealth(three, [])).toEqual({
    score: null,
    provisionalScore: 100,
    band: "insufficient",
    knownWeight: 55,
  });
  const nothing = Object.fromEntries(healthInputs.map((input) => [input, null])) as never;
  expect(judgeHealth(nothing, [])).toEqual({
    score: null,
    provisionalScore: null,
    band: "insufficient",
    knownWeight: 0,
  });
});

test("exactly sixty known is enough", () => {
  const scores = { ...all(90), voice: null, payment: null, value: null };
  expect(judgeHealth(scores, []).knownWeight).toBe(60);
  expect(judgeHealth(scores, []).band).toBe("green");
});

test("any veto is red, whatever the score, the adjustment or the lack of knowledge", () => {
  fc.assert(
    fc.property(
      anyScores,
      fc.constantFrom(...healthVetoes),
      fc.integer({ min: -10, max: 10 }),
      (scores, veto, points) => judgeHealth(scores, [veto], points).band === "red",
    ),
  );
});

test("green needs sixty known and more than 75, always", () => {
  fc.assert(
    fc.property(anyScores, fc.integer({ min: -50, max: 50 }), (scores, points) => {
      const { band, score, knownWeight } = judgeHealth(scores, [], points);
      return band !== "green" || (knownWeight >= 60 && score !== null && score > 75);
    }),
  );
});

test("raising a known input never lowers health; learning nothing new changes nothing", () => {
  fc.assert(
    fc.property(anyScores, fc.constantFrom(...healthInputs), (scores, input) => {
      const before = judgeHealth(scores, []).provisionalScore;
      if (scores[input] === null) return true;
      const after = judgeHealth({ ...scores, [input]: 100 }, []).provisionalScore;
      return before !== null && after !== null && after >= before - 1e-9;
    }),
  );
});

test("an adjustment moves at most ten points and stays between 0 and 100", () => {
  expect(judgeHealth(all(60), [], 8).score).toBe(68);
  expect(judgeHealth(all(60), [], 40).score).toBe(70);
  expect(judgeHealth(all(60), [], -40).score).toBe(50);
  expect(judgeHealth(all(98), [], 10).score).toBe(100);
});
