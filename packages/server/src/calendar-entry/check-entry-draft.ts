import type { CalendarEntryDraft } from "@mainstay/contract/calendar";
import { plannableDays } from "@mainstay/domain/calendar-entry/calendar-entry-policy";
import { parseRecurrence, writeRecurrence } from "@mainstay/domain/calendar-entry/recurrence-rule";
import { findAccount } from "../account/account-queries.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { AppError } from "../platform/http/app-error.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { demandActiveUsers } from "../user/demand-active-users.ts";
import { firstPlannedDay } from "./expand-recurrence.ts";

/** The columns of a plan that a draft decides. */
export interface CheckedEntry {
  readonly kind: CalendarEntryDraft["kind"];
  readonly title: string;
  readonly place: string | null;
  readonly on_date: string;
  readonly starts_minute: number | null;
  readonly lasts_minutes: number | null;
  readonly recurrence: string | null;
  readonly account_id: string | null;
  readonly our_user_ids: string[];
}

/** Refuses what cannot be planned; the rule is kept the one way, and the plan begins on the first day the rule means. */
export const checkEntryDraft = async (
  tx: Tx,
  tenantId: string,
  draft: CalendarEntryDraft,
): Promise<CheckedEntry> => {
  if (draft.onDate < plannableDays.first) throw refuseField("onDate", "too_small");
  if (draft.onDate > plannableDays.last) throw refuseField("onDate", "too_big");
  const [starts, lasts] = [draft.startsMinute ?? null, draft.lastsMinutes ?? null];
  if (starts !== null && lasts === null) throw refuseField("lastsMinutes", "required");
  if (starts === null && lasts !== null) throw refuseField("startsMinute", "required");
  const { recurrence, onDate } = checkRule(draft);
  if (draft.accountId && !(await findAccount(tx, tenantId, draft.accountId)))
    throw new AppError("account.not_found");
  const ourUserIds = [...new Set(draft.ourUserIds ?? [])];
  await demandActiveUsers(tx, tenantId, ourUserIds, "user.not_found");
  return {
    kind: draft.kind,
    title: draft.title,
    place: draft.place || null,
    on_date: onDate,
    starts_minute: starts,
    lasts_minutes: lasts,
    recurrence,
    account_id: draft.accountId ?? null,
    our_user_ids: ourUserIds,
  };
};

const checkRule = ({ recurrence, onDate }: CalendarEntryDraft) => {
  if (!recurrence) return { recurrence: null, onDate };
  const rule = parseRecurrence(recurrence);
  const first = rule && firstPlannedDay(onDate, rule);
  if (!rule || !first || first > plannableDays.last)
    throw new AppError("calendar_entry.recurrence_invalid");
  return { recurrence: writeRecurrence(rule), onDate: first };
};
