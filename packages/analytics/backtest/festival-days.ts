import { type DayNumber, dayNumberOf } from "@mainstay/domain/calendar/day-number";

/** Festivals that move with the lunar calendar and that customers stock up for. */
export type LunarFestival = "new year" | "dragon boat" | "mid autumn" | "double ninth";

// Month and day in the lunar calendar, and the solar days the festival can fall between.
const rules: Record<LunarFestival, { lunar: string; from: [number, number]; days: number }> = {
  "new year": { lunar: "1/1", from: [1, 20], days: 34 },
  "dragon boat": { lunar: "5/5", from: [5, 25], days: 34 },
  "mid autumn": { lunar: "8/15", from: [9, 5], days: 36 },
  "double ninth": { lunar: "9/9", from: [9, 28], days: 38 },
};

const lunarDay = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  day: "numeric",
  month: "numeric",
});

const found = new Map<string, DayNumber>();

/**
 * The day of a lunar festival in a solar year, by the platform's own Chinese calendar, so that the
 * portfolios do not share their calendar code with the methods they judge.
 */
export const festivalDay = (festival: LunarFestival, year: number): DayNumber => {
  const key = `${festival} ${year}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const { lunar, from, days } = rules[festival];
  const first = dayNumberOf(year, from[0], from[1]);
  for (let day = first; day < first + days; day++) {
    if (lunarDay.format(day * 86_400_000) === lunar) {
      found.set(key, day);
      return day;
    }
  }
  throw new Error(`No ${festival} festival found in ${year}`);
};
