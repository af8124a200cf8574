import type { ObligationView } from "@mainstay/contract/obligation";
import { useTranslation } from "react-i18next";
import styles from "./obligation.module.css";

const shapes = {
  overdue: "M8 2l6 6-6 6-6-6z",
  open: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10",
  fulfilled: "M3 8.5l3.2 3.2L13 5",
  missed: "M4 4l8 8M12 4l-8 8",
  dropped: "M3.5 8h9",
} as const;

/** How an obligation stands: colour, shape and word together. */
export const ObligationMark = ({
  obligation,
}: {
  obligation: Pick<ObligationView, "status" | "isOverdue">;
}) => {
  const { t } = useTranslation();
  const state = obligation.isOverdue ? "overdue" : obligation.status;
  return (
    <span className={styles["mark"]} data-state={state}>
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      {t(`obligation.status.${state}`)}
    </span>
  );
};
