import type { CalendarEntryView, CalendarRange } from "@mainstay/contract/calendar";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useDayWords } from "../day/day-words.ts";

/** One line of a day: a plan, something owed, a task, a handover's end, a day to remember. */
export interface CalendarItem {
  readonly key: string;
  readonly what: "entry" | "obligation" | "task" | "handover" | "day";
  readonly on: IsoDay;
  /** Minutes after midnight; null for the whole day. */
  readonly minute: number | null;
  readonly title: string;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly isOverdue: boolean;
  readonly isDone: boolean;
  /** Where a click leads; null for a plan, which opens beside. */
  readonly to: string | null;
  readonly entry: CalendarEntryView | null;
}

const order = { day: 0, handover: 1, obligation: 2, task: 3, entry: 4 } as const;

/** `9:30`. */
export const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, "0")}`;

/** The lines of every day of a range, whole days first, then by the clock. */
export const useCalendarItems = (
  range: CalendarRange | undefined,
): ReadonlyMap<IsoDay, CalendarItem[]> => {
  const { t } = useTranslation();
  const dayWords = useDayWords();
  return useMemo(() => {
    const items = new Map<IsoDay, CalendarItem[]>();
    if (!range) return items;
    const add = (item: CalendarItem) => {
      const list = items.get(item.on);
      if (list) list.push(item);
      else items.set(item.on, [item]);
    };
    const plain = { minute: null, isOverdue: false, isDone: false, entry: null, account: null };
    const entryOf = new Map(range.entries.map((entry) => [entry.id, entry]));
    for (const { entryId, on, isLogged } of range.occurrences) {
      const entry = entryOf.get(entryId);
      if (entry)
        add({
          ...plain,
          key: `entry-${entryId}-${on}`,
          what: "entry",
          on,
          minute: entry.startsMinute,
          title: entry.title,
          account: entry.account,
          isDone: isLogged,
          to: null,
          entry,
        });
    }
    for (const { id, kind, account, dueOn, isOverdue } of range.obligations)
      add({
        ...plain,
        key: `obligation-${id}`,
        what: "obligation",
        on: dueOn,
        title: t(`glossary.obligationKind.${kind}`),
        account,
        isOverdue,
        to: `/accounts/${account.id}/cycle`,
      });
    for (const { id, title, account, dueOn, isOverdue } of range.tasks)
      add({
        ...plain,
        key: `task-${id}`,
        what: "task",
        on: dueOn,
        title,
        account,
        isOverdue,
        to: account === null ? "/" : `/accounts/${account.id}`,
      });
    for (const { id, account, dueOn, isOverdue } of range.handovers)
      add({
        ...plain,
        key: `handover-${id}`,
        what: "handover",
        on: dueOn,
        title: t("calendar.item.handover"),
        account,
        isOverdue,
        to: `/accounts/${account.id}/cycle`,
      });
    for (const day of range.days)
      add({
        ...plain,
        key: day.key,
        what: "day",
        on: day.on,
        title: dayWords(day),
        account: day.kind === "cooperation_anniversary" ? null : day.account,
        to: day.kind === "festival" ? null : "/people/days",
      });
    for (const list of items.values())
      list.sort((a, b) => (a.minute ?? -1) - (b.minute ?? -1) || order[a.what] - order[b.what]);
    return items;
  }, [range, t, dayWords]);
};
