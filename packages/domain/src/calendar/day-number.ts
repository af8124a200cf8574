/** A calendar day as the count of days since 1970-01-01 (which is day 0). No time zone, no clock time. */
export type DayNumber = number;

/** A calendar day on the wire and in SQL: `YYYY-MM-DD`. */
export type IsoDay = string;

const msPerDay = 86_400_000;

/** Turns a year, month (1–12) and day (1–31) of the Gregorian calendar into a day number. */
export const dayNumberOf = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / msPerDay);

/** Reads `YYYY-MM-DD`; gives `null` when the text is not an existing calendar day. */
export const dayNumberFromIso = (text: string): DayNumber | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const number = dayNumberOf(year, month, day);
  return isoFromDayNumber(number) === text ? number : null;
};

/** Writes a day number as `YYYY-MM-DD`. */
export const isoFromDayNumber = (day: DayNumber): IsoDay =>
  new Date(day * msPerDay).toISOString().slice(0, 10);

/** Year, month (1–12) and day of month of a day number. */
export const calendarParts = (day: DayNumber): { year: number; month: number; day: number } => {
  const date = new Date(day * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Months since year 0, so that consecutive calendar months differ by one. */
export const monthIndexOf = (day: DayNumber): number => {
  const { year, month } = calendarParts(day);
  return year * 12 + month - 1;
};
