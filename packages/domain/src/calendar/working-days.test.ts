import fc from "fast-check";
import { expect, test } from "vitest";
import { isoFromDayNumber } from "./day-number.ts";
import { officialWorkdays, preliminaryWorkdays } from "./official-workdays.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./working-days.ts";

const plain = new Map<string, boolean>();
const shipped = new Map(
  [...[2024, 2025, 2026].flatMap(officialWorkdays), ...preliminaryWorkdays(2027)].map((day) => [
    day.onDate,
    day.isWorkday,
  ]),
);

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

test.each([
  // Thursday before 中秋 (25–27 Sep) and 国庆 (1–7 Oct), made up on Sunday 20 Sep and Saturday 10 Oct.
  ["2026-09-24", 0, "2026-09-24"],
  ["2026-09-24", 1, "2026-09-28"],
  ["2026-09-24", 3, "2026-09-30"],
  ["2026-09-24", 4, "2026-10-08"],
  ["2026-09-24", 5, "2026-10-09"],
  ["2026-09-24", 6, "2026-10-10"],
  ["2026-09-24", 7, "2026-10-12"],
  ["2026-09-25", 0, "2026-09-28"],
  ["2026-09-21", -1, "2026-09-20"],
  ["2026-09-24", -4, "2026-09-20"],
  ["2026-10-12", -1, "2026-10-10"],
  ["2026-10-08", -1, "2026-09-30"],
  // 春节 2027 by the law alone: 除夕 Friday 5 February to 初三 Monday 8 February.
  ["2027-02-04", 1, "2027-02-09"],
  ["2027-02-09", -1, "2027-02-04"],
])("%s and %i working days is %s", (from, count, expected) => {
  expect(addWorkingDays(from, count, shipped)).toBe(expected);
});

const anyDay = fc.integer({ min: 19_800, max: 20_900 }).map(isoFromDayNumber);

test("where an offset lands is a working day, and counting back gives the offset", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -90, max: 90 }), (from, count) => {
      const landed = addWorkingDays(from, count, shipped);
      expect(isWorkingDay(landed, shipped)).toBe(true);
      if (count !== 0) expect(workingDaysBetween(from, landed, shipped)).toBe(count);
    }),
  );
});

test("from a working day, there and back again is the same day", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
      fc.pre(isWorkingDay(from, shipped));
      expect(addWorkingDays(addWorkingDays(from, count, shipped), -count, shipped)).toBe(from);
    }),
  );
});

test("a table without a single working day is refused instead of searched for ever", () => {
  const never = { get: () => false } as unknown as ReadonlyMap<string, boolean>;
  expect(() => addWorkingDays("2026-01-01", 1, never)).toThrow(RangeError);
});
