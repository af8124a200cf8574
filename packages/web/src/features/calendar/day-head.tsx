import type { CalendarRange } from "@mainstay/contract/calendar";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { formatLunarDay, formatLunarShort } from "@mainstay/phrases/format/format-lunar";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import styles from "./calendar.module.css";

export type DayMark = CalendarRange["marks"][number];

/** Number of the day, its lunar day, 休 or 班 where it differs from the plain week. */
export const DayHead = ({ mark, isToday }: { mark: DayMark; isToday: boolean }) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return (
    <>
      <span className={styles["number"]} data-today={isToday || undefined}>
        {Number(mark.on.slice(8))}
      </span>
      <span
        className={styles["lunar"]}
        title={t("day.lunar", { words: formatLunarDay(mark.lunar, locale) })}
      >
        {formatLunarShort(mark.lunar, locale)}
      </span>
      {mark.isWorkday !== null && (
        <span
          className={styles["rest"]}
          data-work={mark.isWorkday || undefined}
          title={mark.label || t(mark.isWorkday ? "calendar.workLong" : "calendar.offLong")}
        >
          {t(mark.isWorkday ? "calendar.work" : "calendar.off")}
        </span>
      )}
    </>
  );
};

/** A day in full for those who hear it: date, weekday, lunar date, holiday. */
export const useDayName = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return (mark: DayMark, items: number): string =>
    [
      formatDay(mark.on, locale),
      t("day.lunar", { words: formatLunarDay(mark.lunar, locale) }),
      mark.isWorkday === null
        ? ""
        : mark.label || t(mark.isWorkday ? "calendar.workLong" : "calendar.offLong"),
      items === 0 ? t("calendar.countNone") : t("calendar.count", { count: items }),
    ]
      .filter(Boolean)
      .join("，");
};
