import { calendarEntryKinds } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import { handoverSides } from "@mainstay/domain/handover/handover-kind";
import { obligationKinds } from "@mainstay/domain/obligation/obligation-kind";
import { z } from "zod";
import { DayView } from "./day.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";
import { InteractionView } from "./interaction.ts";

/** A plan: once or by a rule, on calendar days of the workspace's zone. */
export const CalendarEntryView = z.object({
  id,
  kind: z.enum(calendarEntryKinds),
  title: z.string(),
  place: z.string().nullable(),
  /** The first day. */
  onDate: day,
  /** Minutes after midnight; null for the whole day. */
  startsMinute: z.int().nullable(),
  lastsMinutes: z.int().nullable(),
  /** RFC 5545 RRULE without DTSTART; null when it happens once. */
  recurrence: z.string().nullable(),
  skippedOn: z.array(day),
  loggedOn: z.array(day),
  owner: named,
  account: named.nullable(),
  ours: z.array(named),
  version,
  can: z.object({ edit: z.boolean(), log: z.boolean() }),
});
export type CalendarEntryView = z.infer<typeof CalendarEntryView>;

const minuteOfDay = z.int().min(0).max(1439);
const length = z.int().min(1).max(10_080);

export const CalendarEntryDraft = z.object({
  kind: z.enum(calendarEntryKinds),
  title: requiredText(200),
  place: text(200).nullish(),
  onDate: day,
  startsMinute: minuteOfDay.nullish(),
  lastsMinutes: length.nullish(),
  /** `FREQ=WEEKLY;BYDAY=MO;COUNT=10`: daily to yearly, INTERVAL, COUNT or UNTIL, BYDAY in a week. */
  recurrence: text(200).nullish(),
  accountId: id.nullish(),
  ourUserIds: z.array(id).max(20).optional(),
});
export type CalendarEntryDraft = z.infer<typeof CalendarEntryDraft>;

/** Everything of some days in one answer. */
export const CalendarRange = z.object({
  from: day,
  /** The first day that is not in it. */
  to: day,
  today: day,
  timeZone: z.string(),
  whose: z.object({ user: named.nullable(), account: named.nullable() }),
  entries: z.array(CalendarEntryView),
  /** The days of the entries, rules expanded. */
  occurrences: z.array(z.object({ entryId: id, on: day, isLogged: z.boolean() })),
  /** True when a plan has more days in the range than are listed. */
  isCut: z.boolean(),
  obligations: z.array(
    z.object({
      id,
      kind: z.enum(obligationKinds),
      account: named,
      owner: named.nullable(),
      dueOn: day,
      isOverdue: z.boolean(),
    }),
  ),
  tasks: z.array(
    z.object({
      id,
      title: z.string(),
      account: named.nullable(),
      owner: named.nullable(),
      dueOn: day,
      isOverdue: z.boolean(),
    }),
  ),
  handovers: z.array(
    z.object({
      id,
      side: z.enum(handoverSides),
      account: named,
      owner: named.nullable(),
      dueAt: instant,
      dueOn: day,
      isOverdue: z.boolean(),
    }),
  ),
  days: z.array(DayView),
  /** Every day of the range: its lunar date, and whether it differs from the plain week. */
  marks: z.array(
    z.object({
      on: day,
      lunar: z.object({ month: z.int(), day: z.int(), isLeapMonth: z.boolean() }),
      /** Null: like the plain week. */
      isWorkday: z.boolean().nullable(),
      label: z.string(),
    }),
  ),
});
export type CalendarRange = z.infer<typeof CalendarRange>;

/** A private address under which a calendar program fetches somebody's plan. */
export const CalendarFeedView = z.object({
  createdAt: instant,
  lastUsedAt: instant.nullable(),
});
export type CalendarFeedView = z.infer<typeof CalendarFeedView>;

/** The longest range of one read. */
export const longestCalendarDays = 62;

const entryParams = z.object({ entryId: id });
const onEntry = {
  params: entryParams,
  allow: "calendar.edit" as const,
  response: CalendarEntryView,
  versioned: true as const,
};

export const calendars = {
  range: endpoint({
    id: "calendars.range",
    method: "GET",
    path: "/calendar",
    allow: "calendar.view",
    summary:
      "Plans, obligations, tasks, days, handovers and holidays from a day to before another, of me, a colleague or an account",
    query: z.object({
      from: day,
      /** Six weeks after `from` unless told. */
      to: day.optional(),
      userId: z.union([id, z.literal("me")]).default("me"),
      /** Instead of a person: everything planned with this account. */
      accountId: id.optional(),
    }),
    response: CalendarRange,
  }),
  add: endpoint({
    id: "calendars.add",
    method: "POST",
    path: "/calendar-entries",
    allow: "calendar.edit",
    summary: "Plan a visit, meeting, call or anything else",
    body: CalendarEntryDraft,
    response: CalendarEntryView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  edit: endpoint({
    ...onEntry,
    id: "calendars.edit",
    method: "PATCH",
    path: "/calendar-entries/:entryId",
    summary: "Change a plan, all its days (If-Match)",
    body: CalendarEntryDraft.partial(),
  }),
  skip: endpoint({
    ...onEntry,
    id: "calendars.skip",
    method: "POST",
    path: "/calendar-entries/:entryId/skip",
    summary: "Leave out one day of a repeated plan (If-Match)",
    body: z.object({ on: day }),
  }),
  log: endpoint({
    id: "calendars.log",
    method: "POST",
    path: "/calendar-entries/:entryId/log",
    allow: "interaction.log",
    summary: "It took place: log the contact from the plan",
    params: entryParams,
    body: z.object({ on: day, summary: requiredText(5000) }),
    response: InteractionView,
    status: 201,
    idempotent: true,
  }),
  remove: endpoint({
    id: "calendars.remove",
    method: "POST",
    path: "/calendar-entries/:entryId/remove",
    allow: "calendar.edit",
    summary: "Remove a plan with all its days (If-Match)",
    params: entryParams,
    response: nothing,
    status: 204,
    versioned: true,
  }),
};

export const calendarFeeds = {
  get: endpoint({
    id: "calendarFeeds.get",
    method: "GET",
    path: "/calendar-feed",
    allow: "signed_in",
    summary: "My living feed, if there is one",
    response: z.object({ feed: CalendarFeedView.nullable() }),
  }),
  make: endpoint({
    id: "calendarFeeds.make",
    method: "POST",
    path: "/calendar-feed",
    allow: "signed_in",
    summary: "Make a private address for my calendar, shown this once; an earlier one ends",
    response: z.object({ feed: CalendarFeedView, url: z.string() }),
    status: 201,
  }),
  revoke: endpoint({
    id: "calendarFeeds.revoke",
    method: "DELETE",
    path: "/calendar-feed",
    allow: "signed_in",
    summary: "End my private address at once",
    response: nothing,
    status: 204,
  }),
  read: endpoint({
    id: "calendarFeeds.read",
    method: "GET",
    path: "/calendar-feeds/:file",
    allow: "public",
    summary:
      "The calendar behind a private address, as iCalendar (RFC 5545); names no customer's person",
    params: z.object({ file: z.string().min(1).max(200) }),
    response: z.string(),
    download: "text/calendar",
  }),
};
