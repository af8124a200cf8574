import { expect, test } from "vitest";
import { regularisedIncompleteBeta } from "../numeric/incomplete-beta.ts";
import { studentCdf } from "./student-t.ts";

const exact = (x: number, degrees: number): number => {
  const tail = regularisedIncompleteBeta(degrees / (degrees + x * x), degrees / 2, 0.5) / 2;
  return x > 0 ? 1 - tail : tail;
};

test("the quick t distribution stays within 0.004 of the exact one", () => {
  for (const degrees of [3, 5, 7, 12, 40])
    for (let x = -8; x <= 8; x += 0.25)
      expect(Math.abs(studentCdf(x, degrees) - exact(x, degrees))).toBeLessThan(0.004);
});

test("it rises from 0 to 1 through one half", () => {
  expect(studentCdf(0, 6)).toBeCloseTo(0.5, 6);
  expect(studentCdf(-60, 6)).toBeLessThan(1e-5);
  expect(studentCdf(60, 6)).toBeGreaterThan(1 - 1e-5);
});
