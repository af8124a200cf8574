import { type Anniversary, anniversariesBetween } from "../calendar/anniversary.ts";
import { type DayNumber, dayNumberOf, calendarParts } from "../calendar/day-number.ts";
import { type Festival, festivals } from "./festival-name.ts";

const yearly = (calendar: "solar" | "lunar", month: number, day: number): Anniversary => ({
  calendar,
  month,
  day,
  year: null,
  isLeapMonth: false,
});

const fixed: Readonly<Partial<Record<Festival, Anniversary>>> = {
  new_year: yearly("solar", 1, 1),
  spring_festival: yearly("lunar", 1, 1),
  lantern_festival: yearly("lunar", 1, 15),
  womens_day: yearly("solar", 3, 8),
  labour_day: yearly("solar", 5, 1),
  dragon_boat: yearly("lunar", 5, 5),
  teachers_day: yearly("solar", 9, 10),
  mid_autumn: yearly("lunar", 8, 15),
  national_day: yearly("solar", 10, 1),
};

/**
 * 冬至: the sun at 270° of longitude, by the common formula for China's time zone, day = ⌊y·0.2422 + C⌋ − ⌊y/4⌋ with
 * C = 22.60 and 21.94 in the 20th and 21st century; 2021 falls a day early.
 */
const winterSolsticeOf = (year: number): DayNumber => {
  const ofCentury = year % 100;
  const constant = year < 2000 ? 22.6 : 21.94;
  const day = Math.floor(ofCentury * 0.2422 + constant) - Math.floor(ofCentury / 4);
  return dayNumberOf(year, 12, year === 2021 ? day - 1 : day);
};

/** Every festival from `from` to `to` (both included), in the order of the days. */
export const festivalsBetween = (
  from: DayNumber,
  to: DayNumber,
): { festival: Festival; day: DayNumber }[] => {
  const found: { festival: Festival; day: DayNumber }[] = [];
  for (const festival of festivals) {
    const rule = fixed[festival];
    if (rule) {
      for (const day of anniversariesBetween(rule, from, to)) found.push({ festival, day });
      continue;
    }
    for (let year = calendarParts(from).year; year <= calendarParts(to).year; year++) {
      const day = winterSolsticeOf(year);
      if (day >= from && day <= to) found.push({ festival, day });
    }
  }
  return found.sort((a, b) => a.day - b.day);
};
