import fc from "fast-check";
import { expect, test } from "vitest";
import { hoursAtShare, timeClassCount, timeClassOf, timeClassRatio } from "./time-class.ts";

const classesOf = (hours: readonly number[]) => {
  const classes = Array.from({ length: timeClassCount }, () => 0);
  for (const one of hours) classes[timeClassOf(one)]! += 1;
  return classes;
};

test("classes rise with the hours from a quarter of an hour to more than two months", () => {
  expect([0, 0.2, 0.25, 0.3, 0.32, 24, 1e9].map(timeClassOf)).toEqual([0, 0, 1, 1, 2, 21, 39]);
  expect(timeClassOf(45 * 24)).toBeLessThan(timeClassCount - 1);
});

test("nothing has no median", () => {
  expect(hoursAtShare(classesOf([]), 0.5)).toBeNull();
});

test("the median read from classes lies within one class of the true one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.3, max: 900, noNaN: true }), { minLength: 1, maxLength: 60 }),
      (hours) => {
        const sorted = hours.toSorted((a, b) => a - b);
        const truth = sorted[Math.ceil(sorted.length / 2) - 1]!;
        const read = hoursAtShare(classesOf(hours), 0.5)!;
        expect(read).toBeLessThanOrEqual(truth * timeClassRatio * 1.0001);
        expect(read).toBeGreaterThanOrEqual(truth / timeClassRatio / 1.0001);
      },
    ),
  );
});
