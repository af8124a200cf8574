import { expect, test } from "vitest";
import { meanIntervalOf, studentT95 } from "./mean-interval.ts";

// Student's table, two-sided 5 %.
test.each([
  [1, 12.70620474],
  [4, 2.77644511],
  [9, 2.26215716],
  [30, 2.04227246],
  [1000, 1.96233908],
])("with %i degrees of freedom t is %f", (degrees, t) => {
  expect(studentT95(degrees)).toBeCloseTo(t, 7);
});

// Student's own data (Biometrika 1908): additional hours of sleep, mean 1.58 with t 4.06 on 9 degrees.
test("Student's hours of sleep have their mean and interval", () => {
  const hours = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
  const sum = hours.reduce((total, hour) => total + hour, 0);
  const squares = hours.reduce((total, hour) => total + hour * hour, 0);
  const found = meanIntervalOf(10, sum, squares);
  expect(found?.mean).toBeCloseTo(1.58, 12);
  expect(found?.interval?.low).toBeCloseTo(0.7001142, 6);
  expect(found?.interval?.high).toBeCloseTo(2.4598858, 6);
});

test("nothing has no mean, a single value no interval", () => {
  expect(meanIntervalOf(0, 0, 0)).toBeNull();
  expect(meanIntervalOf(1, 3, 9)).toEqual({ n: 1, mean: 3, interval: null });
});
