import fc from "fast-check";
import ICAL from "ical.js";
import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import {
  parseRecurrence,
  recurrenceFrequencies,
  weekdayCodes,
  writeRecurrence,
} from "@mainstay/domain/calendar-entry/recurrence-rule";
import { expect, test } from "vitest";
import { firstPlannedDay, plannedDaysBetween } from "./expand-recurrence.ts";

const plan = (onDate: string, recurrence: string | null, skippedOn: string[] = []) => ({
  onDate,
  recurrence,
  skippedOn,
});

test("a plan without a rule has its one day, in the range or not at all", () => {
  expect(plannedDaysBetween(plan("2026-11-23", null), "2026-11-23", "2026-11-24")).toEqual([
    "2026-11-23",
  ]);
  expect(plannedDaysBetween(plan("2026-11-23", null), "2026-11-01", "2026-11-23")).toEqual([]);
});

test("every other Monday, less the day left out", () => {
  const every = plan("2026-11-02", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ["2026-11-30"]);
  expect(plannedDaysBetween(every, "2026-11-01", "2027-01-01")).toEqual([
    "2026-11-02",
    "2026-11-16",
    "2026-12-14",
    "2026-12-28",
  ]);
});

test("monthly on the 31st leaves out months without one, as the standard says", () => {
  expect(
    plannedDaysBetween(plan("2026-10-31", "FREQ=MONTHLY"), "2026-10-01", "2027-04-01"),
  ).toEqual(["2026-10-31", "2026-12-31", "2027-01-31", "2027-03-31"]);
});

test("a rule without an end is bounded by the range and by the limit, however far it lies ahead", () => {
  const daily = plan("2000-01-01", "FREQ=DAILY");
  expect(plannedDaysBetween(daily, "2099-11-01", "2099-12-01")).toHaveLength(30);
  expect(plannedDaysBetween(daily, "2001-01-01", "2099-12-01", 50)).toHaveLength(50);
});

test("'from Wednesday, every Monday' begins on Monday", () => {
  const rule = parseRecurrence("FREQ=WEEKLY;BYDAY=MO");
  expect(rule && firstPlannedDay("2026-11-25", rule)).toBe("2026-11-30");
});

test("a range far from the first day has the same days as one that begins there", () => {
  for (const text of [
    "FREQ=DAILY;INTERVAL=3",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU",
    "FREQ=MONTHLY",
  ]) {
    const rule = parseRecurrence(text);
    const onDate = (rule && firstPlannedDay("2020-01-31", rule)) ?? "";
    const whole = plannedDaysBetween(plan(onDate, text), onDate, "2026-01-01", 5_000);
    expect(plannedDaysBetween(plan(onDate, text), "2025-03-01", "2026-01-01"), text).toEqual(
      whole.filter((on) => on >= "2025-03-01"),
    );
  }
});

const day = fc.integer({ min: 10_957, max: 30_000 }).map(isoFromDayNumber);
const rule = fc.record({
  frequency: fc.constantFrom(...recurrenceFrequencies),
  interval: fc.integer({ min: 1, max: 6 }),
  count: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  weekdays: fc.subarray([...weekdayCodes]),
});

test("any rule has the days an independent iCalendar reader finds", () => {
  fc.assert(
    fc.property(day, rule, (wanted, drawn) => {
      const weekdays = drawn.frequency === "WEEKLY" ? drawn.weekdays : [];
      const ours = { ...drawn, weekdays, untilOn: null };
      const onDate = firstPlannedDay(wanted, ours) ?? wanted;
      const text = writeRecurrence(ours);
      const iterator = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(onDate));
      const theirs: string[] = [];
      const end = isoFromDayNumber((dayNumberFromIso(onDate) ?? 0) + 700);
      for (let next = iterator.next(); next && theirs.length < 60; next = iterator.next()) {
        const on = next.toString().slice(0, 10);
        if (on >= end) break;
        theirs.push(on);
      }
      expect(plannedDaysBetween(plan(onDate, text), onDate, end, 60)).toEqual(theirs);
    }),
    { numRuns: 150 },
  );
});
