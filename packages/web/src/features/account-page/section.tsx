import type { ReactNode } from "react";
import { useId } from "react";
import styles from "./account-screen.module.css";

/** A part of the account page with its name and at most two things to do. */
export const Section = ({
  title,
  about,
  actions,
  order,
  children,
}: {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  /** Its place where the page is one column. */
  order: number;
  children: ReactNode;
}) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["section"]} style={{ order }}>
      <div className={styles["sectionHead"]}>
        <h2 id={id}>{title}</h2>
        {about !== undefined && <span className={styles["sectionAbout"]}>{about}</span>}
        {actions !== undefined && <div className={styles["sectionActions"]}>{actions}</div>}
      </div>
      {children}
    </section>
  );
};
