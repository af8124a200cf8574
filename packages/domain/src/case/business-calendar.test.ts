import fc from "fast-check";
import { expect, test } from "vitest";
import {
  afterCounting,
  type BusinessCalendar,
  countingBetween,
  isCounting,
} from "./business-calendar.ts";
import { clockModes } from "./case-clock.ts";

/** National Day week of 2026 with its make-up days. */
const different = new Map([
  ...["01", "02", "03", "04", "05", "06", "07"].map((day) => [`2026-10-${day}`, false] as const),
  ["2026-09-27", true],
  ["2026-10-10", true],
]);
const shanghai: BusinessCalendar = {
  zone: "Asia/Shanghai",
  different,
  opensAtMinute: 540,
  closesAtMinute: 1080,
};
const berlin: BusinessCalendar = { ...shanghai, zone: "Europe/Berlin", different: new Map() };
const at = (text: string) => new Date(text);
const hours = (count: number) => count * 3_600_000;

test("round the clock an hour is an hour; on working days the weekend does not count; in opening hours neither does the night", () => {
  const friday = at("2026-11-20T16:00:00+08:00");
  const after = (mode: (typeof clockModes)[number], count: number) =>
    afterCounting(shanghai, mode, friday, hours(count)).toISOString();
  expect(after("always", 24)).toBe("2026-11-21T08:00:00.000Z");
  expect(after("workdays", 24)).toBe("2026-11-23T08:00:00.000Z");
  expect(after("hours", 3)).toBe("2026-11-23T02:00:00.000Z");
});

test("holidays do not count and make-up days do", () => {
  const eve = at("2026-09-30T17:00:00+08:00");
  expect(afterCounting(shanghai, "hours", eve, hours(2)).toISOString()).toBe(
    "2026-10-08T02:00:00.000Z",
  );
  const saturday = at("2026-10-10T10:00:00+08:00");
  expect(isCounting(shanghai, "workdays", saturday)).toBe(true);
  expect(isCounting(shanghai, "workdays", at("2026-10-03T10:00:00+08:00"))).toBe(false);
});

test("what begins on a day off begins to count when work does", () => {
  const sunday = at("2026-11-22T12:00:00+08:00");
  expect(afterCounting(shanghai, "workdays", sunday, hours(1)).toISOString()).toBe(
    "2026-11-22T17:00:00.000Z",
  );
  expect(afterCounting(shanghai, "hours", sunday, hours(1)).toISOString()).toBe(
    "2026-11-23T02:00:00.000Z",
  );
});

test("when clocks change, opening hours keep to the wall clock and a working day has the hours it has", () => {
  // Clocks in Berlin go back on Sunday, 25 October 2026.
  const friday = at("2026-10-23T17:00:00+02:00");
  expect(afterCounting(berlin, "hours", friday, hours(2)).toISOString()).toBe(
    "2026-10-26T09:00:00.000Z",
  );
  const worked = new Map([
    ["2026-10-25", true],
    ["2026-03-29", true],
  ]);
  const dayOf = (from: string, to: string) =>
    countingBetween({ ...berlin, different: worked }, "workdays", at(from), at(to)) / hours(1);
  expect(dayOf("2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00")).toBe(25);
  expect(dayOf("2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00")).toBe(23);
});

test("a table without working days is said to be broken instead of being searched forever", () => {
  const never = new Map<string, boolean>();
  for (let day = 0; day < 5000; day++)
    never.set(
      new Date(at("2026-01-01").getTime() + day * 86_400_000).toISOString().slice(0, 10),
      false,
    );
  const closed = { ...shanghai, different: never };
  expect(() => afterCounting(closed, "workdays", at("2026-01-05"), 1)).toThrow(RangeError);
});

const instant = fc.date({ min: at("2026-01-01"), max: at("2027-12-31"), noInvalidDate: true });
const duration = fc.integer({ min: 1, max: hours(24 * 20) });
const mode = fc.constantFrom(...clockModes);
const calendar = fc.constantFrom(shanghai, berlin);

test("what is due so much later lies so much later, always at a time that counts, and never earlier for a later start", () => {
  fc.assert(
    fc.property(
      instant,
      duration,
      mode,
      calendar,
      fc.nat({ max: hours(100) }),
      (from, ms, how, where, later) => {
        const due = afterCounting(where, how, from, ms);
        expect(countingBetween(where, how, from, due)).toBe(ms);
        expect(countingBetween(where, how, due, from)).toBe(-ms);
        expect(isCounting(where, how, due)).toBe(true);
        const next = afterCounting(where, how, new Date(from.getTime() + later), ms);
        expect(next.getTime()).toBeGreaterThanOrEqual(due.getTime());
      },
    ),
    { numRuns: 150 },
  );
});
