import type { InteractionView } from "@mainstay/contract/interaction";
import type { CalendarEntryKind } from "@mainstay/domain/calendar-entry/calendar-entry-kind";
import type { InteractionKind } from "@mainstay/domain/interaction/interaction-kind";
import { sql } from "kysely";
import { saveInteraction } from "../interaction/log-interaction.ts";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { AppError } from "../platform/http/app-error.ts";
import { lockEntry } from "./calendar-entry-queries.ts";
import { fallsOn } from "./work-on-entry.ts";

const kindOf: Readonly<Record<CalendarEntryKind, InteractionKind>> = {
  visit: "visit",
  meeting: "meeting",
  call: "call",
  other: "meeting",
};

/** What was planned took place: logs the contact of that day, with whoever of us was planned, once. */
export const logEntry = (
  context: Context,
  entryId: string,
  { on, summary }: { on: string; summary: string },
): Promise<InteractionView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const entry = await lockEntry(tx, actor, entryId);
    if (!entry.account) throw new AppError("calendar_entry.without_account");
    if (!entry.can.log) throw new AppError("access.not_permitted");
    if (entry.loggedOn.includes(on)) throw new AppError("calendar_entry.already_logged");
    if (!fallsOn(entry, on)) throw new AppError("calendar_entry.no_such_day");
    const logged = await saveInteraction(tx, context, entry.account.id, {
      kind: kindOf[entry.kind],
      occurredOn: on,
      isTwoWay: true,
      summary,
      personIds: [],
      ourUserIds: [...new Set([entry.owner.id, ...entry.ours.map(({ id }) => id)])],
    });
    await sql`
      update calendar_entry set logged_on = array_append(logged_on, ${on}::date), version = version + 1, updated_at = ${context.now}
      where tenant_id = ${tenantId}::uuid and id = ${entryId}::uuid`.execute(tx);
    const detail = { accountId: entry.account.id, interactionId: logged.id, on };
    const subject = { kind: "calendar_entry", id: entryId };
    await recordAudit(tx, context, "calendar_entry.logged", subject, detail);
    return logged;
  });
