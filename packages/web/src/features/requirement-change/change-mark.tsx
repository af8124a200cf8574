import type { ChangeStatus } from "@mainstay/domain/requirement-change/change-status";
import { useTranslation } from "react-i18next";
import styles from "./change.module.css";

const shapes: Readonly<Record<ChangeStatus, string>> = {
  draft: "M3 13l.6-2.8 6.9-6.9 2.2 2.2-6.9 6.9z",
  sent: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10M8 5.5V8l1.8 1.2",
  confirmed: "M3 8.5l3.2 3.2L13 5",
  declined: "M4 4l8 8M12 4l-8 8",
  withdrawn: "M3.5 8h9",
};

/** How a requirement change stands: colour, shape and word together. */
export const ChangeMark = ({ status }: { status: ChangeStatus }) => {
  const { t } = useTranslation();
  return (
    <span className={styles["mark"]} data-state={status}>
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[status]} />
      </svg>
      {t(`requirementChange.status.${status}`)}
    </span>
  );
};
