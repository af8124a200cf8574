import { expect, test } from "vitest";
import { formatNumber, formatShare } from "./format-number.ts";

test("a possible event is never rounded to 0 % nor an uncertain one to 100 %", () => {
  expect(formatShare(0.0001)).toBe("<1%");
  expect(formatShare(0.9999)).toBe(">99%");
  expect([formatShare(0), formatShare(0.425), formatShare(1)]).toEqual(["0%", "43%", "100%"]);
});

test("thousands are separated and a rounded zero has no sign", () => {
  expect(formatNumber(-1234.5, 1)).toBe("−1,234.5");
  expect(formatNumber(-0.2)).toBe("0");
});
