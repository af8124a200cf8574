import { expect, test } from "vitest";
import { regularisedIncompleteBeta } from "../numeric/incomplete-beta.ts";
import { erlangSurvival, quickErlangSurvival } from "./erlang-survival.ts";

test.each([
  [4, 9.3, 12.5, 3.1, 0.7842168336],
  [16, 80, 100, 40, 0.0027639826],
  [1, 2.5, 10, 5, 0.3628873693],
])(
  "survival of %i stages (A %d, B %d) after %d days is the published %d",
  (k, a, b, c, published) => {
    expect(erlangSurvival(k, a, b, c)).toBeCloseTo(published, 9);
  },
);

test("survival equals the incomplete beta function it stands for", () => {
  for (const [k, a, b, c] of [
    [2, 5.5, 40, 100],
    [32, 200, 900, 120],
    [256, 2561, 3000, 310],
  ] as const)
    expect(erlangSurvival(k, a, b, c)).toBeCloseTo(regularisedIncompleteBeta(b / (b + c), a, k), 9);
});

test("survival is 1 before any silence and falls with it", () => {
  expect(erlangSurvival(8, 30, 100, 0)).toBe(1);
  let before = 1;
  for (let c = 1; c < 400; c += 7) {
    const now = erlangSurvival(8, 30, 100, c);
    expect(now).toBeLessThanOrEqual(before);
    before = now;
  }
});

test("the quick form differs from the exact one by less than a millionth", () => {
  for (const k of [1, 8, 32, 128, 256])
    for (const gaps of [2, 10, 60])
      for (let c = 1; c < 300; c += 3)
        expect(
          Math.abs(
            quickErlangSurvival(k, 1 + k * gaps, 30 * gaps, c) -
              erlangSurvival(k, 1 + k * gaps, 30 * gaps, c),
          ),
        ).toBeLessThan(1e-6);
});
