import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../../lib/preferences.ts";
import type { StripDot, StripWindow, StripYear } from "./rhythm-layout.ts";
import styles from "./rhythm-strip.module.css";

const height = 30;
const middle = height / 2;
const per = (x: number) => `${(x * 100).toFixed(3)}%`;

/** The months above the strip; on a phone every third one is named. */
export const RhythmMonths = () => {
  const { locale } = usePreferences();
  const name = new Intl.DateTimeFormat(locale, {
    month: locale === "en" ? "short" : "numeric",
    timeZone: "UTC",
  });
  return (
    <div className={styles["months"]} aria-hidden="true">
      <span />
      <div className={styles["monthNames"]}>
        {Array.from({ length: 12 }, (_, month) => (
          <span key={month}>{name.format(Date.UTC(2001, month, 1))}</span>
        ))}
      </div>
      <span />
    </div>
  );
};

const Window = ({ window, todayX }: { window: StripWindow; todayX: number | null }) => {
  const { t } = useTranslation();
  const { state, x0, x1, from, to } = window;
  // The word stands before the window where today or the edge would be in its way.
  const isLate = x0 > 0.75 || (todayX !== null && todayX >= x1 && todayX - x1 < 0.2);
  return (
    <g className={styles["window"]} data-state={state}>
      <rect x={per(x0)} y={3} width={per(Math.max(0.008, x1 - x0))} height={height - 6} rx={4}>
        <title>{t(`accountPage.rhythm.${state}Window`, { from, to })}</title>
      </rect>
      {state === "missed" && window.isFirstPart && (
        <text
          x={per(isLate ? x0 : x1)}
          dx={isLate ? -5 : 5}
          y={middle + 4}
          textAnchor={isLate ? "end" : "start"}
        >
          {t("accountPage.rhythm.missed")}
        </text>
      )}
    </g>
  );
};

/** One year: its windows, 春节, today, and a dot for every order-day. */
export const RhythmYear = ({
  year,
  active,
  onActive,
  total,
}: {
  year: StripYear;
  active: StripDot | null;
  onActive: (dot: StripDot | null) => void;
  total: ReactNode;
}) => {
  const { t } = useTranslation();
  const newYear = year.newYearDay === null ? null : isoFromDayNumber(year.newYearDay);
  return (
    <div className={styles["year"]}>
      <span className={styles["yearName"]}>{year.year}</span>
      <svg className={styles["row"]} width="100%" height={height} aria-hidden="true">
        {Array.from({ length: 11 }, (_, index) => (
          <line
            key={index}
            className={styles["month"]}
            x1={per((index + 1) / 12)}
            x2={per((index + 1) / 12)}
            y1={0}
            y2={height}
          />
        ))}
        <line className={styles["axis"]} x1={0} x2="100%" y1={middle} y2={middle} />
        {year.newYearX !== null && newYear !== null && (
          <g className={styles["newYear"]}>
            <line x1={per(year.newYearX)} x2={per(year.newYearX)} y1={4} y2={height - 4} />
            <title>{t("accountPage.rhythm.newYearOn", { on: newYear })}</title>
          </g>
        )}
        {year.windows.map((window) => (
          <Window key={`${window.from}-${window.x0}`} window={window} todayX={year.todayX} />
        ))}
        {year.todayX !== null && (
          <g className={styles["today"]}>
            <line x1={per(year.todayX)} x2={per(year.todayX)} y1={0} y2={height} />
            <text
              x={per(year.todayX)}
              dx={year.todayX > 0.92 ? -4 : 4}
              y={9}
              textAnchor={year.todayX > 0.92 ? "end" : "start"}
            >
              {t("accountPage.rhythm.today")}
            </text>
          </g>
        )}
        {year.dots.map((dot) => (
          <circle
            key={dot.on}
            className={styles["dot"]}
            data-active={dot === active || undefined}
            data-return={dot.netMinor < 0 || undefined}
            cx={per(dot.x)}
            cy={middle}
            r={dot.radius}
            onPointerEnter={() => onActive(dot)}
            onClick={() => onActive(dot)}
          />
        ))}
      </svg>
      <span className={styles["total"]}>{total}</span>
    </div>
  );
};
