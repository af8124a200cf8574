import type { ReactNode } from "react";
import styles from "./setting-block.module.css";

/** One matter of a settings page under its own heading. */
export const SettingBlock = ({
  title,
  lead,
  actions,
  children,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) => (
  <section className={styles["block"]}>
    <div className={styles["head"]}>
      <div>
        <h2>{title}</h2>
        {lead !== undefined && <p className="muted">{lead}</p>}
      </div>
      {actions}
    </div>
    {children}
  </section>
);
