import type { AccountPage } from "@mainstay/contract/account-page";
import {
  calendarParts,
  dayNumberFromIso,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { windowsOfYears, type YearlyWindow } from "@mainstay/domain/calendar/season-windows";

type Rhythm = AccountPage["rhythm"];

/** Orders a little before or after a window still count as in it (formulas.md § 5: ± 3 weeks). */
const leewayDays = 21;

interface Seasonal {
  readonly code: string;
  readonly params: Record<string, unknown>;
}

const seasonOf = (reasons: readonly Seasonal[]): YearlyWindow | null => {
  const seasonal = reasons.find(
    ({ code }) => code === "signal.season_closed" || code === "rhythm.seasonal",
  );
  if (!seasonal) return null;
  const { calendar, from, to } = seasonal.params as unknown as YearlyWindow;
  return { calendar, from, to };
};

/**
 * The windows outlined on the rhythm strip: for a seasonal customer its window in every year shown, met or missed; and the window
 * in which the next order is expected.
 */
export const expectedWindows = (
  reasons: readonly Seasonal[],
  dots: Rhythm["dots"],
  next: { from: string | null; expected: string | null; to: string | null },
  today: string,
): Rhythm["windows"] => {
  const now = dayNumberFromIso(today) ?? 0;
  const days = dots.map(({ on }) => dayNumberFromIso(on) ?? 0);
  const season = seasonOf(reasons);
  const first = days[0];
  const windows: Rhythm["windows"] = [];
  if (season && first !== undefined) {
    for (const { from, to } of windowsOfYears(
      season,
      calendarParts(first).year,
      calendarParts(now).year,
    )) {
      if (to < first) continue;
      const met = days.some((day) => day >= from - leewayDays && day <= to + leewayDays);
      windows.push({
        from: isoFromDayNumber(from),
        expected: isoFromDayNumber(Math.round((from + to) / 2)),
        to: isoFromDayNumber(to),
        met: met ? true : to < now ? false : null,
      });
    }
  }
  const { from, expected, to } = next;
  const isNew =
    from &&
    !windows.some(
      (window) => window.met !== true && window.from <= (to ?? from) && window.to >= from,
    );
  if (from && expected && to && isNew)
    windows.push({ from, expected, to, met: to < today ? false : null });
  return windows;
};
