import type { CalendarEntryDraft, CalendarEntryView } from "@mainstay/contract/calendar";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import { newId } from "../platform/clock/new-id.ts";
import { getEntry } from "./calendar-entry-queries.ts";
import { checkEntryDraft } from "./check-entry-draft.ts";

/** Plans something for oneself: once or by a rule, with an account or without. */
export const planEntry = (
  context: Context,
  draft: CalendarEntryDraft,
): Promise<CalendarEntryView> =>
  context.write(async (tx) => {
    const { tenantId, actor } = context;
    const columns = await checkEntryDraft(tx, tenantId, draft);
    const id = newId();
    await tx
      .insertInto("calendar_entry")
      .values({ tenant_id: tenantId, id, owner_user_id: actor.userId, ...columns })
      .execute();
    const detail = { accountId: columns.account_id, kind: columns.kind, onDate: columns.on_date };
    await recordAudit(
      tx,
      context,
      "calendar_entry.planned",
      { kind: "calendar_entry", id },
      detail,
    );
    return getEntry(tx, actor, id);
  });
