import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { useTranslation } from "react-i18next";
import type { CalendarItem } from "./calendar-items.ts";
import { CalendarLine } from "./calendar-line.tsx";
import styles from "./calendar.module.css";
import { DayHead, type DayMark, useDayName } from "./day-head.tsx";

export interface GridProps {
  readonly marks: readonly DayMark[];
  readonly items: ReadonlyMap<IsoDay, CalendarItem[]>;
  readonly today: IsoDay;
  /** The day the keyboard stands on. */
  readonly on: IsoDay;
  readonly onDay: (on: IsoDay) => void;
  /** Shows a day that has more than fits. */
  readonly onMore: (on: IsoDay) => void;
  readonly onPlan: (on: IsoDay) => void;
  readonly onOpen: (item: CalendarItem) => void;
}

const weekdays = ["mo", "tu", "we", "th", "fr", "sa", "su"] as const;
const shownLines = 4;

/** Six weeks of days, or one week where `isWeek`: then every line is shown. */
export const DayGrid = ({
  marks,
  items,
  today,
  on,
  onDay,
  onMore,
  onPlan,
  onOpen,
  isWeek = false,
}: GridProps & { isWeek?: boolean }) => {
  const { t } = useTranslation();
  const dayName = useDayName();
  const weeks = Array.from({ length: Math.ceil(marks.length / 7) }, (_, at) =>
    marks.slice(at * 7, at * 7 + 7),
  );
  return (
    <table className={styles["grid"]} data-week={isWeek || undefined}>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th
              key={weekday}
              scope="col"
              data-weekend={weekday === "sa" || weekday === "su" || undefined}
            >
              <span aria-hidden="true">{t(`calendar.weekday.${weekday}`)}</span>
              <span className="visually-hidden">{t(`calendar.weekdayLong.${weekday}`)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((mark) => {
              const list = items.get(mark.on) ?? [];
              const shown = isWeek ? list : list.slice(0, shownLines);
              return (
                <td
                  key={mark.on}
                  data-outside={(!isWeek && mark.on.slice(0, 7) !== on.slice(0, 7)) || undefined}
                  data-off={mark.isWorkday === false || undefined}
                  onDoubleClick={() => onPlan(mark.on)}
                >
                  <button
                    type="button"
                    className={styles["dayHead"]}
                    data-day={mark.on}
                    tabIndex={mark.on === on ? 0 : -1}
                    aria-current={mark.on === today ? "date" : undefined}
                    aria-label={dayName(mark, list.length)}
                    onClick={() => onPlan(mark.on)}
                    onFocus={() =>
                      mark.on !== on && mark.on.slice(0, 7) === on.slice(0, 7) && onDay(mark.on)
                    }
                  >
                    <DayHead mark={mark} isToday={mark.on === today} />
                  </button>
                  {shown.map((item) => (
                    <CalendarLine key={item.key} item={item} onOpen={onOpen} />
                  ))}
                  {list.length > shown.length && (
                    <button
                      type="button"
                      className={styles["more"]}
                      onClick={() => onMore(mark.on)}
                    >
                      {t("calendar.more", { count: list.length - shown.length })}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
