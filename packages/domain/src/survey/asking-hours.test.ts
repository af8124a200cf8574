import { expect, test } from "vitest";
import { nextAskingTime } from "./asking-hours.ts";
import { mostReminders, nextRoundOn, sampleSize } from "./sampling-rule.ts";

// 2026-11-20 is a Friday.
const plain = new Map<string, boolean>();
const at = (today: string, hour: number, different = plain) =>
  nextAskingTime({ today, minuteOfDay: hour * 60 }, different);

test("customers are written to between 9 and 18 on working days", () => {
  expect(at("2026-11-20", 11)).toEqual({ on: "2026-11-20", minuteOfDay: 660 });
  expect(at("2026-11-20", 7)).toEqual({ on: "2026-11-20", minuteOfDay: 540 });
  expect(at("2026-11-20", 18)).toEqual({ on: "2026-11-23", minuteOfDay: 540 });
  expect(at("2026-11-21", 11)).toEqual({ on: "2026-11-23", minuteOfDay: 540 });
});

test("holidays wait and make-up days count", () => {
  expect(at("2026-10-01", 11, new Map([["2026-10-01", false]]))).toEqual({
    on: "2026-10-02",
    minuteOfDay: 540,
  });
  expect(at("2026-11-21", 11, new Map([["2026-11-21", true]]))).toEqual({
    on: "2026-11-21",
    minuteOfDay: 660,
  });
});

test("rounds follow their rhythm from the day the last one opened", () => {
  expect(nextRoundOn("once", "2026-01-31")).toBeNull();
  expect(nextRoundOn("monthly", "2026-01-31")).toBe("2026-02-28");
  expect(nextRoundOn("quarterly", "2026-11-22")).toBe("2027-02-22");
  expect(nextRoundOn("yearly", "2026-11-22")).toBe("2027-11-22");
});

test("a share is rounded up, a number is a ceiling", () => {
  expect(sampleSize({ share: 0.1, most: null }, 11)).toBe(2);
  expect(sampleSize({ share: 0.3, most: null }, 10)).toBe(3);
  expect(sampleSize({ share: null, most: 5 }, 11)).toBe(5);
  expect(sampleSize({ share: null, most: null }, 0)).toBe(0);
});

test("by hand somebody may be reminded once even where nothing is reminded by itself", () => {
  expect(mostReminders({ reminderDays: [] })).toBe(1);
  expect(mostReminders({ reminderDays: [5, 10] })).toBe(2);
});
