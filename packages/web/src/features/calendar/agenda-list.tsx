import { formatDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { usePreferences } from "../../lib/preferences.ts";
import { CalendarLine } from "./calendar-line.tsx";
import styles from "./calendar.module.css";
import { DayHead } from "./day-head.tsx";
import type { GridProps } from "./day-grid.tsx";

/** Day by day what there is, and holidays; days with nothing are left out. */
export const AgendaList = ({ marks, items, today, onOpen }: GridProps) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const shown = marks.filter((mark) => (items.get(mark.on)?.length ?? 0) > 0);
  if (shown.length === 0)
    return <EmptyState title={t("calendar.empty")} words={t("calendar.emptyWhy")} />;
  return (
    <ol className={styles["agenda"]}>
      {shown.map((mark) => (
        <li key={mark.on} data-today={mark.on === today || undefined}>
          <h2 className={styles["agendaDay"]}>
            <DayHead mark={mark} isToday={mark.on === today} />
            <span className="visually-hidden">{formatDay(mark.on, locale)}</span>
            <span className="muted" aria-hidden="true">
              {mark.on === today ? t("calendar.today") : formatDay(mark.on, locale)}
            </span>
          </h2>
          {(items.get(mark.on) ?? []).map((item) => (
            <CalendarLine key={item.key} item={item} isFull onOpen={onOpen} />
          ))}
        </li>
      ))}
    </ol>
  );
};
