import type { ReactNode } from "react";
import styles from "./privacy.module.css";

/** A state in a word; colour only underlines it. */
export const Tag = ({
  tone,
  children,
}: {
  tone?: "red" | "amber" | "green";
  children: ReactNode;
}) => (
  <span className={styles["tag"]} data-tone={tone}>
    {children}
  </span>
);
