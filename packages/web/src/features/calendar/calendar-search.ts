import {
  dayNumberFromIso,
  type IsoDay,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { monthsAfter } from "@mainstay/domain/calendar/months-after";
import { mondayOf } from "@mainstay/domain/relationship/week-monday";
import { oneOfAddress } from "../../lib/table-state.ts";

export const calendarViews = ["month", "week", "agenda"] as const;
export type CalendarViewName = (typeof calendarViews)[number];

/** What of the calendar is shown; held in the address. */
export interface CalendarSearch extends Record<string, unknown> {
  view?: CalendarViewName;
  /** A day that is in view; today unless told. */
  on?: IsoDay;
  /** A colleague's id. */
  user?: string;
}

const idForm = /^[0-9a-f-]{36}$/;

/** Reads the address; what is not known is left out. */
export const readCalendarSearch = (search: Record<string, unknown>): CalendarSearch => {
  const on = String(search["on"] ?? "");
  const user = String(search["user"] ?? "");
  const view = oneOfAddress(calendarViews, search["view"]);
  return {
    ...(view !== undefined && { view }),
    ...(dayNumberFromIso(on) !== null && on >= "2000-01-01" && on <= "2099-11-01" && { on }),
    ...(idForm.test(user) && { user }),
  };
};

const agendaDays = 28;

/** The first day and the day after the last that a view shows around a day. */
export const rangeOf = (view: CalendarViewName, on: IsoDay): { from: IsoDay; to: IsoDay } => {
  const day = dayNumberFromIso(on) ?? 0;
  if (view === "week") return spanFrom(mondayOf(day), 7);
  if (view === "agenda") return spanFrom(day, agendaDays);
  return spanFrom(mondayOf(dayNumberFromIso(`${on.slice(0, 7)}-01`) ?? day), 42);
};

const spanFrom = (first: number, days: number) => ({
  from: isoFromDayNumber(first),
  to: isoFromDayNumber(first + days),
});

/** The day so many steps of the view later: a month, a week, four weeks. */
export const stepOf = (view: CalendarViewName, on: IsoDay, steps: number): IsoDay =>
  view === "month"
    ? monthsAfter(`${on.slice(0, 7)}-01`, steps)
    : daysAfter(on, steps * (view === "week" ? 7 : agendaDays));

export const daysAfter = (on: IsoDay, days: number): IsoDay =>
  isoFromDayNumber((dayNumberFromIso(on) ?? 0) + days);
