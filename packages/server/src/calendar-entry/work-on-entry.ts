import type { CalendarEntryDraft, CalendarEntryView } from "@mainstay/contract/calendar";
import { sql } from "kysely";
import type { Context } from "../platform/access/context.ts";
import { demandVersion } from "../platform/access/demand.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { getEntry, lockEntry } from "./calendar-entry-queries.ts";
import { checkEntryDraft } from "./check-entry-draft.ts";
import { plannedDaysBetween } from "./expand-recurrence.ts";

/** Finds and locks the plan, demands the version and that it is the actor's own. */
const lockOwn = async (tx: Tx, context: Context, entryId: string): Promise<CalendarEntryView> => {
  const entry = await lockEntry(tx, context.actor, entryId);
  demandVersion(context, entry.version);
  if (!entry.can.edit) throw new AppError("access.not_permitted");
  return entry;
};

const subjectOf = (entryId: string) => ({ kind: "calendar_entry", id: entryId });

/** True when the plan has this day and it was not left out. */
export const fallsOn = (entry: CalendarEntryView, on: string): boolean =>
  plannedDaysBetween(entry, on, nextDay(on)).length > 0;

const nextDay = (on: string): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Changes a plan, all its days. A new first day or rule forgets which single days were left out. */
export const editEntry = (
  context: Context,
  entryId: string,
  draft: Partial<CalendarEntryDraft>,
): Promise<CalendarEntryView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const before = await lockOwn(tx, context, entryId);
    const columns = await checkEntryDraft(tx, tenantId, {
      kind: before.kind,
      title: before.title,
      place: before.place,
      onDate: before.onDate,
      startsMinute: before.startsMinute,
      lastsMinutes: before.lastsMinutes,
      recurrence: before.recurrence,
      accountId: before.account?.id ?? null,
      ourUserIds: before.ours.map(({ id }) => id),
      ...draft,
    });
    const isMoved = columns.on_date !== before.onDate || columns.recurrence !== before.recurrence;
    await tx
      .updateTable("calendar_entry")
      .set({
        ...columns,
        ...(isMoved ? { skipped_on: [] } : {}),
        version: before.version + 1,
        updated_at: context.now,
      })
      .where("tenant_id", "=", tenantId)
      .where("id", "=", entryId)
      .execute();
    const detail = { accountId: columns.account_id, fields: Object.keys(draft) };
    await recordAudit(tx, context, "calendar_entry.edited", subjectOf(entryId), detail);
    return getEntry(tx, actor, entryId);
  });

/** Leaves out one day of a repeated plan. */
export const skipEntryDay = (
  context: Context,
  entryId: string,
  on: string,
): Promise<CalendarEntryView> =>
  context.write(async (tx) => {
    const entry = await lockOwn(tx, context, entryId);
    if (entry.recurrence === null || !fallsOn(entry, on))
      throw new AppError("calendar_entry.no_such_day");
    await sql`
      update calendar_entry set skipped_on = array_append(skipped_on, ${on}::date), version = version + 1, updated_at = ${context.now}
      where tenant_id = ${context.tenantId}::uuid and id = ${entryId}::uuid`.execute(tx);
    const detail = { accountId: entry.account?.id ?? null, on };
    await recordAudit(tx, context, "calendar_entry.skipped", subjectOf(entryId), detail);
    return getEntry(tx, context.actor, entryId);
  });

/** Removes a plan with all its days; contacts logged from it stay. */
export const removeEntry = (context: Context, entryId: string): Promise<void> =>
  context.write(async (tx) => {
    const entry = await lockOwn(tx, context, entryId);
    await tx
      .deleteFrom("calendar_entry")
      .where("tenant_id", "=", context.tenantId)
      .where("id", "=", entryId)
      .execute();
    const detail = { accountId: entry.account?.id ?? null };
    await recordAudit(tx, context, "calendar_entry.removed", subjectOf(entryId), detail);
  });
