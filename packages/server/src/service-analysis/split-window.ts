import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";

/**
 * A window of days as the sums are kept: the first days of months that lie wholly in it and have no day that is behind its rows, and
 * every other day one by one, without those behind.
 */
export const splitWindow = (
  from: string,
  to: string,
  stale: readonly string[],
): { readonly months: readonly string[]; readonly days: readonly string[] } => {
  const behind = new Set(stale);
  const behindMonths = new Set(stale.map((day) => day.slice(0, 7)));
  const [first, last] = [dayNumberFromIso(from) ?? 0, dayNumberFromIso(to) ?? -1];
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) =>
    isoFromDayNumber(first + n),
  );
  const endsMonth = (day: string) =>
    isoFromDayNumber((dayNumberFromIso(day) ?? 0) + 1).endsWith("-01");
  const begun = new Set(all.filter((day) => day.endsWith("-01")).map((day) => day.slice(0, 7)));
  const whole = new Set(
    all
      .filter(endsMonth)
      .map((day) => day.slice(0, 7))
      .filter((month) => begun.has(month) && !behindMonths.has(month)),
  );
  return {
    months: [...whole].map((month) => `${month}-01`),
    days: all.filter((day) => !whole.has(day.slice(0, 7)) && !behind.has(day)),
  };
};
