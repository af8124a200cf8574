import type { CalendarEntryView, CalendarRange } from "@mainstay/contract/calendar";
import { dayNumberFromIso, type IsoDay } from "@mainstay/domain/calendar/day-number";
import { feedWords } from "@mainstay/phrases/calendar/feed-words";
import type { Locale } from "@mainstay/phrases/locale";
import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import { plannedDaysBetween } from "../calendar-entry/expand-recurrence.ts";
import { zonedInstant } from "./zoned-instant.ts";

/** Everything a feed carries. */
export interface FeedContent
  extends Pick<CalendarRange, "obligations" | "tasks" | "handovers" | "days"> {
  readonly name: string;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
  readonly from: IsoDay;
  readonly to: IsoDay;
  readonly entries: readonly CalendarEntryView[];
}

const dateOf = (on: IsoDay): Date => new Date((dayNumberFromIso(on) ?? 0) * 86_400_000);
const compact = (on: IsoDay): string => on.replaceAll("-", "");

/**
 * Writes RFC 5545 text. What lasts a whole day is a floating DATE, repeated by its own RRULE with EXDATEs. What has a time is an instant in UTC,
 * repeated plans day by day within the range: a rule in UTC would name the wrong weekday in the morning and drift with summer time.
 */
export const writeCalendar = (content: FeedContent): string => {
  const calendar = ical({
    name: content.name,
    prodId: { company: "Mainstay", product: "Mainstay", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const entry of content.entries) addEntry(calendar, content, entry);
  const words = feedWords[content.locale];
  const wholeDay = (id: string, on: IsoDay, summary: string) =>
    addDay(calendar, content.now, { id, on, summary });
  for (const { id, account, kind, dueOn } of content.obligations)
    wholeDay(`obligation-${id}`, dueOn, words.obligation(account.name, kind));
  for (const { id, title, account, dueOn } of content.tasks)
    wholeDay(`task-${id}`, dueOn, account ? `${account.name} · ${title}` : title);
  for (const { id, account, dueAt } of content.handovers)
    calendar.createEvent({
      id: `handover-${id}@mainstay`,
      start: new Date(dueAt),
      end: new Date(dueAt),
      stamp: content.now,
      summary: words.handover(account.name),
    });
  for (const { key, kind, on, account, years, festival } of content.days) {
    if (kind === "festival" && festival) wholeDay(key, on, words.festival(festival));
    if (kind === "cooperation_anniversary" && account && years !== null)
      wholeDay(key, on, words.cooperation(account.name, years));
  }
  return calendar.toString();
};

const addDay = (
  calendar: ICalCalendar,
  now: Date,
  { id, on, summary }: { id: string; on: IsoDay; summary: string },
) =>
  calendar.createEvent({
    id: `${id}@mainstay`,
    start: dateOf(on),
    end: new Date(dateOf(on).getTime() + 86_400_000),
    allDay: true,
    timezone: "UTC",
    stamp: now,
    summary,
    transparency: ICalEventTransparency.TRANSPARENT,
  });

const addEntry = (calendar: ICalCalendar, content: FeedContent, entry: CalendarEntryView): void => {
  const summary = entry.account ? `${entry.account.name} · ${entry.title}` : entry.title;
  const place = entry.place === null ? {} : { location: entry.place };
  if (entry.startsMinute !== null && entry.lastsMinutes !== null) {
    for (const on of plannedDaysBetween(entry, content.from, content.to)) {
      const start = zonedInstant(content.timeZone, on, entry.startsMinute);
      calendar.createEvent({
        id: `entry-${entry.id}-${compact(on)}@mainstay`,
        start,
        end: new Date(start.getTime() + entry.lastsMinutes * 60_000),
        stamp: content.now,
        summary,
        ...place,
      });
    }
    return;
  }
  const event = addDay(calendar, content.now, {
    id: `entry-${entry.id}`,
    on: entry.onDate,
    summary,
  });
  if (entry.place !== null) event.location(entry.place);
  if (entry.recurrence === null) return;
  const left = entry.skippedOn.map(compact).toSorted();
  event.repeating(
    `RRULE:${entry.recurrence}${left.length > 0 ? `\nEXDATE;VALUE=DATE:${left.join(",")}` : ""}`,
  );
};
