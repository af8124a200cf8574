import { dayNumberFromIso, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { TenantId } from "@mainstay/domain/tenant/tenant-id";
import { listDueObligations, listDueTasks, listHandoverClocks } from "../calendar/due-queries.ts";
import { listEntries } from "../calendar-entry/calendar-entry-queries.ts";
import { readUpcomingDays } from "../day/upcoming-days.ts";
import { hashSecret, readDotted } from "../platform/access/credential.ts";
import { calendarDayIn } from "../platform/clock/clock.ts";
import type { Database } from "../platform/db/open-database.ts";
import { withTenant, withTenantReadOnly } from "../platform/db/open-transaction.ts";
import { blindScope, systemScope } from "../platform/db/tenant-scope.ts";
import { AppError } from "../platform/http/app-error.ts";
import { findFeedByHash } from "./feed-queries.ts";
import { writeCalendar } from "./write-calendar.ts";

const daysBack = 31;
const daysAhead = 370;
/** Days to remember are reckoned, not stored; a quarter ahead is enough for a program that fetches every day. */
const rememberedAhead = 91;
const usedNoticeMs = 3_600_000;

/** `<tenant>.<secret>.ics`, the ending may be left out. */
const readFile = (file: string) => {
  const read = readDotted(file.replace(/\.ics$/, ""));
  if (!read) throw new AppError("calendar_feed.not_found");
  return read;
};

/**
 * The calendar behind a private address, as its owner's own plan: read with the owner's narrowest sight and business facts
 * only. Birthdays and work anniversaries are facts about people and stay out, because the address leaves the workspace.
 */
export const readFeed = async (database: Database, file: string, now: Date): Promise<string> => {
  const { tenantId, secret } = readFile(file);
  const hash = hashSecret(secret);
  const feed = await withTenantReadOnly(database, systemScope(tenantId), (db) =>
    findFeedByHash(db, tenantId, hash),
  );
  if (!feed) throw new AppError("calendar_feed.not_found");
  const { user_id: userId, time_zone: timeZone, locale } = feed;
  await noteUse(database, tenantId, feed, now);
  const today = calendarDayIn(timeZone, now);
  const day = dayNumberFromIso(today) ?? 0;
  const [from, to] = [isoFromDayNumber(day - daysBack), isoFromDayNumber(day + daysAhead)];
  const scope = {
    ...blindScope(tenantId, userId),
    teamUserIds: [userId],
    factClasses: ["B"] as const,
  };
  return withTenantReadOnly(database, scope, async (db) => {
    const actor = {
      userId,
      tenantId,
      role: "manager",
      visibility: "own",
      teamUserIds: [userId],
      factClasses: ["B"],
      scopes: ["read"],
    } as const;
    const due = { tenantId, whose: { userId }, from, to, today };
    const days = await readUpcomingDays(db, {
      tenantId,
      today,
      from: day,
      to: day + rememberedAhead,
      kinds: ["cooperation_anniversary", "festival"],
    });
    return writeCalendar({
      name: `${feed.workspace} · ${feed.user_name}`,
      locale,
      timeZone,
      now,
      from,
      to,
      entries: await listEntries(db, actor, { userId }, from, to),
      obligations: await listDueObligations(db, due),
      tasks: await listDueTasks(db, due, locale),
      handovers: await listHandoverClocks(db, due, timeZone, now),
      days: days.filter(({ kind, manager }) => kind === "festival" || manager?.id === userId),
    });
  });
};

/** Notes, at most hourly, that the address is in use, so that its owner can tell. */
const noteUse = async (
  database: Database,
  tenantId: TenantId,
  feed: { id: string; last_used_at: Date | null },
  now: Date,
) => {
  if (feed.last_used_at !== null && now.getTime() - feed.last_used_at.getTime() < usedNoticeMs)
    return;
  await withTenant(database, systemScope(tenantId), (tx) =>
    tx
      .updateTable("calendar_feed")
      .set({ last_used_at: now })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", feed.id)
      .execute(),
  );
};
