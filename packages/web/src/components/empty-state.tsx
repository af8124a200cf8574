import type { ReactNode } from "react";
import styles from "./state.module.css";

/** Nothing here: says so, says why, and what to do next. */
export const EmptyState = ({
  title,
  words,
  action,
  isScreen = false,
}: {
  title: string;
  words?: ReactNode;
  action?: ReactNode;
  /** True where it stands in place of a whole screen and so carries its heading. */
  isScreen?: boolean;
}) => (
  <div className={styles["state"]} data-screen={isScreen || undefined}>
    {isScreen ? (
      <h1 className={styles["title"]}>{title}</h1>
    ) : (
      <p className={styles["title"]}>{title}</p>
    )}
    {words !== undefined && <div className={styles["words"]}>{words}</div>}
    {action !== undefined && <div className={styles["action"]}>{action}</div>}
  </div>
);
