import { HolidayUtil } from "lunar-typescript";
import { expect, test } from "vitest";
import { dayNumberFromIso } from "./day-number.ts";
import { officialWorkdays, officialYears } from "./official-workdays.ts";

const isWeekend = (iso: string) => [0, 6].includes(new Date(`${iso}T00:00:00Z`).getUTCDay());
const write = (onDate: string, isWorkday: boolean) => `${onDate} ${isWorkday ? "work" : "off"}`;

test("each shipped year agrees with an independent almanac on every weekday off and every weekend worked", () => {
  for (const year of officialYears) {
    const theirs = HolidayUtil.getHolidays(year)
      .filter((holiday) => holiday.getDay().startsWith(`${year}-`))
      .filter((holiday) => isWeekend(holiday.getDay()) === holiday.isWork())
      .map((holiday) => write(holiday.getDay(), holiday.isWork()));
    const ours = officialWorkdays(year)
      .filter(({ onDate, isWorkday }) => isWeekend(onDate) === isWorkday)
      .map(({ onDate, isWorkday }) => write(onDate, isWorkday));
    expect(ours.sort()).toEqual(theirs.sort());
  }
});

test("make-up workdays fall on weekends, and no day stands twice", () => {
  for (const year of officialYears) {
    const days = officialWorkdays(year);
    expect(new Set(days.map((day) => day.onDate)).size).toBe(days.length);
    for (const day of days) {
      expect(dayNumberFromIso(day.onDate)).not.toBeNull();
      if (day.isWorkday) expect(isWeekend(day.onDate)).toBe(true);
    }
  }
});

test("a year without a shipped arrangement has none", () => {
  expect(officialWorkdays(2031)).toEqual([]);
});
