import { expect, test } from "vitest";
import { npsInterval, npsOf } from "./nps.ts";
import { countScores } from "./score-count.ts";

const nps = (...scores: number[]) => npsOf(countScores(scores));

test("0 is a detractor, 6 too; 7 and 8 are neither; 9 and 10 are promoters", () => {
  expect(nps(0, 6, 7, 8, 9, 10)).toMatchObject({
    n: 6,
    detractors: 2,
    passives: 2,
    promoters: 2,
    score: 0,
  });
  expect(nps(0, 0, 0, 0, 0).score).toBe(-100);
});

test("fewer than five answers have a mean and no figure", () => {
  expect(nps(10, 10, 9, 9)).toMatchObject({ n: 4, score: null, interval: null, mean: 9.5 });
  expect(nps()).toMatchObject({ n: 0, score: null, mean: null });
  expect(nps(10, 10, 9, 9, 3).score).toBe(60);
});

test("the interval is the adjusted Wald one: three answers added, ¾ up, ¾ down", () => {
  // 15 of 36 up, 7 down: (15.75 − 7.75) / 39 = 0.2051; s² = 23.5/39 − 0.2051²; ± 1.96 × √(s²/39).
  const { low, high } = npsInterval(15, 7, 36);
  expect(low).toBeCloseTo(-2.98, 1);
  expect(high).toBeCloseTo(44.0, 1);
  const all = npsInterval(5, 0, 5);
  expect(all.high).toBe(100);
  expect(all.low).toBeGreaterThan(0);
});

test("turning up and down round mirrors figure and interval; more answers narrow it", () => {
  const one = npsInterval(30, 10, 50);
  const other = npsInterval(10, 30, 50);
  expect(one.low).toBeCloseTo(-other.high, 12);
  const many = npsInterval(300, 100, 500);
  expect(many.high - many.low).toBeLessThan(one.high - one.low);
});
