import type { HandoverView } from "@mainstay/contract/handover";
import { useTranslation } from "react-i18next";
import styles from "./handover.module.css";

const shapes = {
  overdue: "M8 2l6 6-6 6-6-6z",
  open: "M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10M8 5.5V8l1.8 1.2",
  accepted: "M3 8h8M8 4.5L11.5 8 8 11.5",
  done: "M3 8.5l3.2 3.2L13 5",
  dropped: "M3.5 8h9",
} as const;

/** How a handover stands: colour, shape and word together. */
export const HandoverMark = ({
  handover,
  words,
}: {
  handover: HandoverView;
  /** What is said in place of the state, e.g. how its clock stands. */
  words?: string | undefined;
}) => {
  const { t } = useTranslation();
  const state = handover.isOverdue ? "overdue" : handover.status;
  return (
    <span className={styles["mark"]} data-state={state}>
      <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
        <path d={shapes[state]} />
      </svg>
      {words ?? t(state === "overdue" ? "handover.state.overdue" : `handover.status.${state}`)}
    </span>
  );
};
