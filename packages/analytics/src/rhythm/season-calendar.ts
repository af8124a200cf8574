import { dayNumberOf } from "@mainstay/domain/calendar/day-number";
import {
  dayOfLunarDate,
  lunarDateOf,
  lunarNewYearDay,
} from "@mainstay/domain/calendar/lunar-calendar";

/**
 * Calendars a yearly season may follow: the solar year, the lunar months, or days from 春节. They differ on a leap
 * month: seasons after a festival run on from the ordinary month (`lunar_month`), seasons that lead up to the next
 * festival wait for the leap month (`lunar_lead`), and days from 春节 do not know it.
 */
export const seasonCalendars = ["solar", "lunar_month", "lunar_lead", "new_year_offset"] as const;
export type SeasonCalendar = (typeof seasonCalendars)[number];

const firstYear = 1965;
const lastYear = 2085;
const firstDay = dayNumberOf(firstYear, 1, 1);
const dayCount = dayNumberOf(lastYear + 1, 1, 1) - firstDay;
const meanMonth = 29.530588;

/** Length of a cycle of each calendar in phase days; orders of the third are never wrapped around. */
export const cycleLength: Record<SeasonCalendar, number> = {
  solar: 365.25,
  lunar_month: 12 * meanMonth,
  lunar_lead: 12 * meanMonth,
  new_year_offset: 370,
};

interface PhaseTables {
  /** Phase of each day, and the year number that phase is counted in, by calendar. */
  phase: Record<SeasonCalendar, Float32Array>;
  yearOf: Record<SeasonCalendar, Int16Array>;
  /** Start of each solar year, of 春节, and of the twelve lunar months of each year (leap month after, or instead). */
  solarStart: Int32Array;
  newYear: Int32Array;
  monthStart: Int32Array;
  leadMonthStart: Int32Array;
}

const perCalendar = <T>(make: () => T): Record<SeasonCalendar, T> => ({
  solar: make(),
  lunar_month: make(),
  lunar_lead: make(),
  new_year_offset: make(),
});

const buildTables = (): PhaseTables => {
  const years = lastYear - firstYear + 2;
  const tables: PhaseTables = {
    phase: perCalendar(() => new Float32Array(dayCount)),
    yearOf: perCalendar(() => new Int16Array(dayCount)),
    solarStart: new Int32Array(years),
    newYear: new Int32Array(years),
    monthStart: new Int32Array(years * 12),
    leadMonthStart: new Int32Array(years * 12),
  };
  for (let y = 0; y < years; y++) {
    const year = firstYear + y;
    tables.solarStart[y] = dayNumberOf(year, 1, 1);
    tables.newYear[y] = lunarNewYearDay(year);
    for (let month = 1; month <= 12; month++) {
      const at = y * 12 + month - 1;
      tables.monthStart[at] = dayOfLunarDate({ year, month, day: 1, isLeapMonth: false });
      tables.leadMonthStart[at] = dayOfLunarDate({ year, month, day: 1, isLeapMonth: true });
    }
  }
  let y = 0;
  for (let i = 0; i < dayCount; i++) {
    const day = firstDay + i;
    while (day >= tables.solarStart[y + 1]!) y++;
    tables.phase.solar[i] = day - tables.solarStart[y]!;
    tables.yearOf.solar[i] = firstYear + y;
    const offset = day - tables.newYear[y]!;
    const isBefore = offset > 185;
    tables.phase.new_year_offset[i] = isBefore
      ? Math.max(-185, day - tables.newYear[y + 1]!)
      : offset;
    tables.yearOf.new_year_offset[i] = firstYear + y + (isBefore ? 1 : 0);
    const lunar = lunarDateOf(day);
    const at = (lunar.year - firstYear) * 12 + lunar.month - 1;
    const start = (lunar.month - 1) * meanMonth;
    tables.phase.lunar_month[i] = start + (lunar.isLeapMonth ? 29 : lunar.day - 1);
    tables.phase.lunar_lead[i] = start + Math.max(0, day - (tables.leadMonthStart[at] ?? 0));
    tables.yearOf.lunar_month[i] = lunar.year;
    tables.yearOf.lunar_lead[i] = lunar.year;
  }
  return tables;
};

let cached: PhaseTables | null = null;
const phaseTables = (): PhaseTables => {
  cached ??= buildTables();
  return cached;
};

/** True when a day lies inside the tables (1965–2085); outside, seasons are not looked for. */
export const isInSeasonTables = (day: number): boolean =>
  day >= firstDay + 400 && day < firstDay + dayCount - 1200;

/** Where in its cycle a day lies (days from the start of the cycle; signed for days from 春节). */
export const phaseOf = (calendar: SeasonCalendar, day: number): number =>
  phaseTables().phase[calendar][day - firstDay]!;

/** The year number a day's phase is counted in. */
export const phaseYearOf = (calendar: SeasonCalendar, day: number): number =>
  phaseTables().yearOf[calendar][day - firstDay]!;

/** The phases of many days: those of day d are at `d − firstDay`. */
export interface PhaseTable {
  firstDay: number;
  phase: Float32Array;
  yearOf: Int16Array;
}

const phaseTableOf = (calendar: SeasonCalendar): PhaseTable => ({
  firstDay,
  phase: phaseTables().phase[calendar],
  yearOf: phaseTables().yearOf[calendar],
});

const knownTables = new Map<SeasonCalendar, PhaseTable>();

/** The whole table of a calendar, for readers of many days at once. */
export const phaseTable = (calendar: SeasonCalendar): PhaseTable => {
  let table = knownTables.get(calendar);
  if (!table) {
    table = phaseTableOf(calendar);
    knownTables.set(calendar, table);
  }
  return table;
};

/** The day (fractional) on which a phase falls in the cycle that belongs to a year number. */
export const dayOfPhase = (calendar: SeasonCalendar, year: number, phase: number): number => {
  const tables = phaseTables();
  const y = year - firstYear;
  if (calendar === "solar") return tables.solarStart[y]! + phase;
  if (calendar === "new_year_offset") return tables.newYear[y]! + phase;
  const carry = phase < 0 ? -1 : phase >= 12 * meanMonth ? 1 : 0;
  const within = phase - carry * 12 * meanMonth;
  const month = Math.min(11, Math.floor(within / meanMonth));
  const starts = calendar === "lunar_month" ? tables.monthStart : tables.leadMonthStart;
  return starts[(y + carry) * 12 + month]! + (within - month * meanMonth);
};
