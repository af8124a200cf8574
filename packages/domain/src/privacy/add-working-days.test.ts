import { expect, test } from "vitest";
import { addWorkingDays } from "./add-working-days.ts";

const plain = new Map<string, boolean>();

test("weekends do not count", () => {
  // 2026-11-20 is a Friday.
  expect(addWorkingDays("2026-11-20", 1, plain)).toBe("2026-11-23");
  expect(addWorkingDays("2026-11-22", 15, plain)).toBe("2026-12-11");
});

test("holidays do not count and make-up days do", () => {
  const week = new Map([
    ["2026-10-01", false],
    ["2026-10-02", false],
    ["2026-10-05", false],
    ["2026-10-10", true],
  ]);
  expect(addWorkingDays("2026-09-30", 1, week)).toBe("2026-10-06");
  expect(addWorkingDays("2026-10-09", 1, week)).toBe("2026-10-10");
  expect(addWorkingDays("2026-10-09", 2, week)).toBe("2026-10-12");
});
