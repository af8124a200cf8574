import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumberOf, isoFromDayNumber } from "./day-number.ts";
import {
  type DayOrder,
  decideDayOrder,
  isDayOrderAmbiguous,
  parseCalendarDay,
} from "./parse-calendar-day.ts";

const today = dayNumberOf(2026, 6, 1);
const read = (text: string, order?: DayOrder): string => {
  const day = parseCalendarDay(text, today, order);
  return typeof day === "string" ? day : isoFromDayNumber(day);
};

describe("a day is read the way files write it", () => {
  it.each([
    ["2024-01-05", "2024-01-05"],
    ["2024-1-5", "2024-01-05"],
    ["2024/1/5", "2024-01-05"],
    ["2024.1.5", "2024-01-05"],
    ["2024年1月5日", "2024-01-05"],
    ["2024 年 1 月 5 日", "2024-01-05"],
    ["２０２４／１／５", "2024-01-05"],
    ["20240105", "2024-01-05"],
    ["2009-12-01 07:45", "2009-12-01"],
    ["2009-12-01 07:45:00", "2009-12-01"],
    ["1996-07-04 00:00:00.000", "1996-07-04"],
    ["2024-01-05T23:30:00Z", "2024-01-05"],
    ["2024-01-05T23:30:00.123+08:00", "2024-01-05"],
    ["2024/1/5 下午 3:20", "2024-01-05"],
    ["2024年1月5日 10时20分", "2024-01-05"],
    ["5-Jan-2024", "2024-01-05"],
    ["Jan 5, 2024", "2024-01-05"],
    ["45296", "2024-01-05"],
    ["45296.75", "2024-01-05"],
    ["2/1/2013", "2013-02-01"],
    ["1/2/13 9:05 PM", "2013-01-02"],
  ])("%s", (text, iso) => expect(read(text)).toBe(iso));

  it("reads 1/2/2024 by the column's own order", () => {
    expect(read("1/2/2024", "day_first")).toBe("2024-02-01");
    expect(read("1/2/2024", "month_first")).toBe("2024-01-02");
    expect(read("13/2/2024", "month_first")).toBe("impossible_day");
  });

  it.each([
    ["", "empty"],
    ["yesterday", "not_a_day"],
    ["2024-02-30", "impossible_day"],
    ["2023-02-29", "impossible_day"],
    ["2024-13-01", "impossible_day"],
    ["1900-01-01", "too_early"],
    ["1979-12-31", "too_early"],
    ["2999-01-01", "too_late"],
    ["12/31/2999", "too_late"],
    ["99999", "too_late"],
    ["2024-01-05; drop", "not_a_day"],
    ["=TODAY()", "not_a_day"],
    [`2024-01-05${" ".repeat(500_000)}x`, "not_a_day"],
  ])("refuses %.20s as %s", (text, reason) => expect(read(text)).toBe(reason));

  it("accepts a day 400 days ahead and refuses the next", () => {
    expect(read(isoFromDayNumber(today + 400))).toBe(isoFromDayNumber(today + 400));
    expect(read(isoFromDayNumber(today + 401))).toBe("too_late");
  });

  it("every plausible day survives all year-first spellings", () => {
    fc.assert(
      fc.property(fc.integer({ min: dayNumberOf(1980, 1, 1), max: today }), (day) => {
        const iso = isoFromDayNumber(day);
        const [y, m, d] = iso.split("-");
        for (const text of [
          iso,
          `${y}/${Number(m)}/${Number(d)}`,
          `${y}${m}${d}`,
          `${y}年${m}月${d}日`,
        ]) {
          expect(read(text)).toBe(iso);
        }
      }),
    );
  });
});

describe("the order of day and month is decided by the column, not the cell", () => {
  it("one value above twelve settles it", () => {
    expect(decideDayOrder(["1/2/2013", "3/4/2013", "25/4/2013"]).order).toBe("day_first");
    expect(decideDayOrder(["1/2/2013", "4/25/2013"]).order).toBe("month_first");
  });

  it("without proof it is reported as a guess", () => {
    const slashes = decideDayOrder(["1/2/2013", "3/4/2013"]);
    expect(slashes.order).toBe("month_first");
    expect(isDayOrderAmbiguous(slashes)).toBe(true);
    expect(decideDayOrder(["1.2.2013", "3.4.2013"]).order).toBe("day_first");
    expect(isDayOrderAmbiguous(decideDayOrder(["2013-01-02"]))).toBe(false);
    expect(isDayOrderAmbiguous(decideDayOrder(["4/25/2013", "1/2/2013"]))).toBe(false);
  });
});
