import { type ReactNode, useId } from "react";
import styles from "./case-page.module.css";

/** A part of the case page with its name and at most one thing to do. */
export const CaseBlock = ({
  title,
  about,
  action,
  children,
}: {
  title: string;
  about?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["block"]}>
      <div className={styles["blockHead"]}>
        <h2 id={id}>{title}</h2>
        {about !== undefined && <span className="muted">{about}</span>}
        {action !== undefined && action !== false && (
          <div className={styles["blockAct"]}>{action}</div>
        )}
      </div>
      {children}
    </section>
  );
};
