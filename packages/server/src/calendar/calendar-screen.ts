import { type CalendarRange, longestCalendarDays } from "@mainstay/contract/calendar";
import {
  dayNumberFromIso,
  type DayNumber,
  isoFromDayNumber,
} from "@mainstay/domain/calendar/day-number";
import { lunarDateOf } from "@mainstay/domain/calendar/lunar-calendar";
import { plannableDays } from "@mainstay/domain/calendar-entry/calendar-entry-policy";
import { commemorativeKinds } from "@mainstay/domain/day/commemorative-day";
import { findAccount } from "../account/account-queries.ts";
import { listEntries, type PlansOf } from "../calendar-entry/calendar-entry-queries.ts";
import { plannedDaysBetween } from "../calendar-entry/expand-recurrence.ts";
import { readUpcomingDays } from "../day/upcoming-days.ts";
import type { Context } from "../platform/access/context.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { listDueObligations, listDueTasks, listHandoverClocks } from "./due-queries.ts";
import { loadDayMarks } from "./day-marks.ts";

interface Asked {
  readonly from: string;
  readonly to?: string | undefined;
  readonly userId: string;
  readonly accountId?: string | undefined;
}

/** The bounds as day numbers; refused where the calendar ends or the range is too long. */
const boundsOf = (from: string, to: string): [DayNumber, DayNumber] => {
  const [first, end] = [dayNumberFromIso(from), dayNumberFromIso(to)];
  if (first === null || from < plannableDays.first) throw refuseField("from", "too_small", "query");
  if (end === null || to > "2100-01-01" || end - first > longestCalendarDays)
    throw refuseField("to", "too_big", "query");
  if (end <= first) throw refuseField("to", "too_small", "query");
  return [first, end];
};

const monthGridAfter = (from: string): string =>
  isoFromDayNumber((dayNumberFromIso(from) ?? 0) + 42);

/** Whose calendar is read: an account in sight, oneself, or a colleague in sight. */
const whoseIs = async (db: Db, context: Context, asked: Asked) => {
  const { tenantId, actor } = context;
  if (asked.accountId !== undefined) {
    const account = await findAccount(db, tenantId, asked.accountId);
    if (!account) throw new AppError("account.not_found");
    return { account: { id: account.id, name: account.name }, user: null };
  }
  const userId = asked.userId === "me" ? actor.userId : asked.userId;
  const isInSight =
    userId === actor.userId || actor.visibility === "all" || actor.teamUserIds.includes(userId);
  const user = isInSight
    ? await db
        .selectFrom("app_user")
        .select(["id", "name"])
        .where("tenant_id", "=", tenantId)
        .where("id", "=", userId)
        .executeTakeFirst()
    : undefined;
  if (!user) throw new AppError("user.not_found");
  return { account: null, user };
};

/**
 * Everything of some days in one answer: plans with their rules expanded, what is owed, tasks, handover clocks, days to remember,
 * holidays. Row security keeps out what the reader may not see; days of people come only to those who may know them.
 */
export const readCalendar = async (
  db: Db,
  context: Context,
  asked: Asked,
): Promise<CalendarRange> => {
  const { tenantId, actor, today, workspace } = context;
  const { from, to = monthGridAfter(asked.from) } = asked;
  const [first, end] = boundsOf(from, to);
  const { user, account } = await whoseIs(db, context, asked);
  const whose: PlansOf = account ? { accountId: account.id } : { userId: user?.id ?? "" };
  const scope = { tenantId, whose, from, to, today };
  const entries = await listEntries(db, actor, whose, from, to);
  const planned = entries.map((entry) => ({
    entry,
    days: plannedDaysBetween(entry, from, to, longestCalendarDays),
  }));
  const days = await readUpcomingDays(db, {
    tenantId,
    accountId: account?.id,
    today,
    from: first,
    to: end - 1,
    kinds: commemorativeKinds,
  });
  return {
    from,
    to,
    today,
    timeZone: workspace.timeZone,
    whose: { user, account },
    entries: planned.filter((one) => one.days.length > 0).map(({ entry }) => entry),
    occurrences: planned.flatMap(({ entry, days: on }) =>
      on.map((day) => ({ entryId: entry.id, on: day, isLogged: entry.loggedOn.includes(day) })),
    ),
    isCut: entries.length >= 500,
    obligations: await listDueObligations(db, scope),
    tasks: await listDueTasks(db, scope, context.locale),
    handovers: await listHandoverClocks(db, scope, workspace.timeZone, context.now),
    days: days.filter(
      ({ kind, manager }) => account !== null || kind === "festival" || manager?.id === user?.id,
    ),
    marks: await marksOf(db, tenantId, first, end),
  };
};

const marksOf = async (db: Db, tenantId: string, first: DayNumber, end: DayNumber) => {
  const markOf = await loadDayMarks(
    db,
    tenantId,
    isoFromDayNumber(first),
    isoFromDayNumber(end - 1),
  );
  return Array.from({ length: end - first }, (_, at) => {
    const on = isoFromDayNumber(first + at);
    const { month, day, isLeapMonth } = lunarDateOf(first + at);
    return { on, lunar: { month, day, isLeapMonth }, ...markOf(on) };
  });
};
