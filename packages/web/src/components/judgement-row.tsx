import type { ReactNode } from "react";
import styles from "./judgement-row.module.css";

/** Judgement → reason → evidence → action, always in this order; the tone of the whole product. */
export const JudgementRow = ({
  mark,
  title,
  about,
  stake,
  reason,
  evidence,
  advice,
  actions,
  isActive = false,
  isDone = false,
  id,
}: {
  /** Colour, shape and word of the judgement. */
  mark: ReactNode;
  /** Whom it is about. */
  title: ReactNode;
  about?: ReactNode;
  /** What is at stake, at the right. */
  stake?: ReactNode;
  reason: ReactNode;
  evidence?: ReactNode;
  advice?: ReactNode;
  actions?: ReactNode;
  isActive?: boolean;
  isDone?: boolean;
  id?: string;
}) => (
  <article
    id={id}
    className={styles["row"]}
    data-active={isActive || undefined}
    data-done={isDone || undefined}
  >
    <div className={styles["head"]}>
      <div className={styles["whom"]}>
        {mark}
        <h3 className={styles["title"]}>{title}</h3>
        {about !== undefined && <div className={styles["about"]}>{about}</div>}
      </div>
      {stake !== undefined && <div className={styles["stake"]}>{stake}</div>}
    </div>
    <p className={styles["reason"]}>{reason}</p>
    <div className={styles["foot"]}>
      {(evidence !== undefined || advice !== undefined) && (
        <div className={styles["grounds"]}>
          {evidence}
          {advice}
        </div>
      )}
      {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
    </div>
  </article>
);
