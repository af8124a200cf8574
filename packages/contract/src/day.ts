import { anniversaryCalendars } from "@mainstay/domain/calendar/anniversary-calendar";
import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import { festivals } from "@mainstay/domain/day/festival-name";
import { factBases } from "@mainstay/domain/fact/fact-basis";
import { interactionKinds } from "@mainstay/domain/interaction/interaction-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, several } from "./endpoint/wire.ts";

/** One day to remember: whose, why, and on which day of both calendars it is kept. */
export const DayView = z.object({
  key: z.string(),
  kind: z.enum(commemorativeKinds),
  on: day,
  daysAway: z.int(),
  /** The lunar date of that day. */
  lunar: z.object({ month: z.int(), day: z.int(), isLeapMonth: z.boolean() }),
  /** In which calendar a birthday was told; null for the other kinds. */
  calendar: z.enum(anniversaryCalendars).nullable(),
  festival: z.enum(festivals).nullable(),
  /** Full years of the job or the cooperation; ages are never computed. */
  years: z.int().nullable(),
  isRound: z.boolean(),
  person: named.extend({ title: z.string().nullable() }).nullable(),
  account: named.nullable(),
  manager: named.nullable(),
});
export type DayView = z.infer<typeof DayView>;

/** What to know before greeting somebody: the last contacts, what is open, and whether we may keep what we know. */
export const DayBriefing = z.object({
  person: named.extend({ title: z.string().nullable() }),
  account: named.nullable(),
  interactions: z.array(
    z.object({
      id,
      kind: z.enum(interactionKinds),
      occurredOn: day,
      summary: z.string(),
      loggedByName: z.string().nullable(),
    }),
  ),
  openSignals: z.int(),
  openTasks: z.int(),
  /** On what right the birthday is kept; null when none is held or the reader may not know. */
  birthday: z
    .object({
      basis: z.enum(factBases),
      consentUntil: instant.nullable(),
      expiresOn: day,
    })
    .nullable(),
});
export type DayBriefing = z.infer<typeof DayBriefing>;

export const days = {
  upcoming: endpoint({
    id: "days.upcoming",
    method: "GET",
    path: "/days",
    allow: "day.view",
    summary: "Birthdays, anniversaries and festivals of the days ahead, soonest first",
    query: z.object({
      fromOn: day.optional(),
      /** At most 92, or 400 for one person or account. */
      days: z.coerce.number().int().min(1).max(400).default(30),
      kind: several(z.enum(commemorativeKinds)),
      accountId: id.optional(),
      personId: id.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    response: z.object({
      today: day,
      fromOn: day,
      toOn: day,
      items: z.array(DayView),
      /** True when more fall into these days than were asked for. */
      hasMore: z.boolean(),
    }),
  }),
  briefing: endpoint({
    id: "days.briefing",
    method: "GET",
    path: "/people/:personId/day-briefing",
    allow: "day.view",
    summary: "Before greeting somebody: last contacts, what is open, state of consent",
    params: z.object({ personId: id }),
    response: DayBriefing,
  }),
};
