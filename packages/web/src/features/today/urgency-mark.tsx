import type { TodayUrgency } from "@mainstay/domain/today/today-item";
import { useTranslation } from "react-i18next";
import styles from "./today-row.module.css";

/** Shapes that differ without colour: a running clock, a clock past its hour, a half disc, a ring. */
const shapes: Record<TodayUrgency, string> = {
  now: "M8 2a6 6 0 1 0 .01 0M8 5v3l2 1.5",
  overdue: "M8 2l6 6-6 6-6-6zM8 5v3.5M8 10.6v.2",
  soon: "M8 3a5 5 0 0 1 0 10zM8 3a5 5 0 1 0 0 10",
  later: "M8 3a5 5 0 1 0 .01 0",
};

/** How soon something needs somebody: colour, shape and word together. */
export const UrgencyMark = ({ urgency, words }: { urgency: TodayUrgency; words: string }) => {
  const { t } = useTranslation();
  return (
    <span
      className={styles["mark"]}
      data-urgency={urgency}
      title={t(`todayRow.urgency.${urgency}`)}
    >
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
        <path
          d={shapes[urgency]}
          fill="none"
          stroke="currentColor"
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {words}
    </span>
  );
};
