import { parseCalendarDay } from "../calendar/parse-calendar-day.ts";
import type { DayNumber } from "../calendar/day-number.ts";
import { readUnsignedDecimal } from "./../money/read-decimal.ts";

/** Places (from 1, as text) of the account, the day and the amount in a file without a header. */
export type BareColumns = { account: string; date: string; amount: string };

/**
 * Guesses the columns of a bare log: exactly one column whose cells are all days (serial numbers do not count),
 * the account in the first other column, the amount in the last one that is all numbers. Null when unsure.
 */
export const guessBareColumns = (
  rows: readonly (readonly string[])[],
  today: DayNumber,
): BareColumns | null => {
  const width = rows[0]?.length ?? 0;
  const sample = rows.slice(0, 200);
  if (sample.length < 2 || width < 3 || sample.some((row) => row.length !== width)) return null;
  const all = (column: number, holds: (cell: string) => boolean): boolean =>
    sample.every((row) => holds((row[column] ?? "").trim()));
  const isDay = (cell: string): boolean =>
    !/^\d{5}(\.\d+)?$/.test(cell) &&
    (typeof parseCalendarDay(cell, today, "day_first") === "number" ||
      typeof parseCalendarDay(cell, today, "month_first") === "number");
  const isNumber = (cell: string): boolean =>
    typeof readUnsignedDecimal(cell.replace(/^-/, "")) !== "string";
  const columns = Array.from({ length: width }, (_, column) => column);
  const days = columns.filter((column) => all(column, isDay));
  const [date] = days;
  if (days.length !== 1 || date === undefined) return null;
  const account = columns.find((column) => column !== date);
  const amount = columns.findLast(
    (column) => column !== date && column !== account && all(column, isNumber),
  );
  if (account === undefined || amount === undefined) return null;
  return { account: String(account + 1), date: String(date + 1), amount: String(amount + 1) };
};
