import { calendars } from "@mainstay/contract/calendar";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { keepPreviousData } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useIsPhone } from "../../lib/media.ts";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AgendaList } from "./agenda-list.tsx";
import { CalendarBar } from "./calendar-bar.tsx";
import { type CalendarItem, useCalendarItems } from "./calendar-items.ts";
import {
  type CalendarSearch,
  daysAfter,
  rangeOf,
  readCalendarSearch,
  stepOf,
} from "./calendar-search.ts";
import { DayGrid } from "./day-grid.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import { EntryDrawer } from "./entry-drawer.tsx";

const localDay = (): IsoDay => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const moves: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
};

/** Plans and everything due, by month, week or as a list; the whole of it by keyboard. */
export const CalendarScreen = () => {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const [address, change] = useAddressState<CalendarSearch>();
  const search = readCalendarSearch(address);
  const view = search.view ?? (isPhone ? "agenda" : "month");
  const on = search.on ?? localDay();
  const range = rangeOf(view, on);
  const found = useAnswer(
    calendars.range,
    { query: { ...range, userId: (search.user ?? "me") as "me" } },
    { placeholderData: keepPreviousData },
  );
  const items = useCalendarItems(found.data);
  const [planning, plan] = useState<IsoDay | null>(null);
  const [opened, open] = useState<CalendarItem | null>(null);
  const [isEditing, setEditing] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const { data } = found;
  const goTo = (next: IsoDay) => {
    change({ on: next });
    // The cell of the new day is drawn with the next frame.
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus(),
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey || planning !== null || opened !== null)
      return;
    const target = event.target as HTMLElement;
    if (["INPUT", "TEXTAREA"].includes(target.tagName)) return;
    const move = moves[event.key];
    if (move !== undefined && view !== "agenda" && target.dataset["day"] !== undefined) {
      event.preventDefault();
      goTo(daysAfter(target.dataset["day"], move));
    } else if (event.key === "t") goTo(data.today);
    else if (event.key === "m") change({ view: "month" });
    else if (event.key === "w") change({ view: "week" });
    else if (event.key === "a") change({ view: "agenda" });
    else if (event.key === "n") plan(on);
  };
  const grid = {
    marks: data.marks,
    items,
    today: data.today,
    on,
    onDay: (day: IsoDay) => change({ on: day }),
    onMore: (day: IsoDay) => change({ view: "agenda", on: day }),
    onPlan: (day: IsoDay) => plan(day),
    onOpen: (item: CalendarItem) => open(item),
  };
  const close = () => {
    open(null);
    setEditing(false);
    plan(null);
  };
  return (
    <Screen width="full">
      <div ref={place} onKeyDown={onKeyDown} aria-busy={found.isPlaceholderData}>
        <CalendarBar
          view={view}
          on={on}
          range={range}
          whose={data.whose.user}
          onView={(next) => change({ view: next })}
          onStep={(steps) => change({ on: stepOf(view, on, steps) })}
          onToday={() => change({ on: undefined })}
          onWhose={(user) => change({ user: user ?? undefined })}
          onPlan={() => plan(on)}
        />
        {view === "agenda" ? (
          <AgendaList {...grid} />
        ) : (
          <DayGrid {...grid} isWeek={view === "week"} />
        )}
        <p className="muted" style={{ marginTop: 8 }}>
          {data.isCut && `${t("calendar.cut")} `}
          {!isPhone && t("calendar.keys")}
        </p>
      </div>
      {planning !== null && <EntryDialog entry={null} onDate={planning} onClose={close} />}
      {opened?.entry && !isEditing && (
        <EntryDrawer
          entry={opened.entry}
          on={opened.on}
          today={data.today}
          onEdit={() => setEditing(true)}
          onClose={close}
        />
      )}
      {opened?.entry && isEditing && (
        <EntryDialog entry={opened.entry} onDate={opened.on} onClose={close} />
      )}
    </Screen>
  );
};
