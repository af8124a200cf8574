import { HolidayUtil, Solar } from "lunar-typescript";
import { expect, test } from "vitest";
import { dayNumberFromIso } from "./day-number.ts";
import {
  officialWorkdays,
  officialYears,
  preliminaryWorkdays,
  shippedWorkdays,
  shippedYearStatus,
} from "./official-workdays.ts";

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

test("2027 is shipped by the law alone: thirteen holidays, nothing made up, and it says so", () => {
  expect(shippedYearStatus(2027)).toBe("preliminary");
  expect(shippedWorkdays(2027).map(({ onDate, label }) => `${onDate} ${label}`)).toEqual([
    "2027-01-01 元旦",
    "2027-02-05 春节",
    "2027-02-06 春节",
    "2027-02-07 春节",
    "2027-02-08 春节",
    "2027-04-05 清明节",
    "2027-05-01 劳动节",
    "2027-05-02 劳动节",
    "2027-06-09 端午节",
    "2027-09-15 中秋节",
    "2027-10-01 国庆节",
    "2027-10-02 国庆节",
    "2027-10-03 国庆节",
  ]);
  expect(shippedWorkdays(2027).some(({ isWorkday }) => isWorkday)).toBe(false);
});

test("清明 falls on the day of the solar term", () => {
  for (let year = 2024; year <= 2060; year++) {
    const ours = preliminaryWorkdays(year).find(({ label }) => label === "清明节")?.onDate ?? "";
    const [, month = 0, day = 0] = ours.split("-").map(Number);
    expect(Solar.fromYmd(year, month, day).getLunar().getJieQi(), ours).toBe("清明");
  }
});
