import type { VoiceFigureView } from "@mainstay/contract/voice";
import type { ReactNode } from "react";
import { useId } from "react";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

export interface SliceRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly about?: ReactNode;
  readonly figure: VoiceFigureView | null;
  readonly isHidden: boolean;
}

/** Parts of a whole one below the other, each with its figure. */
export const SliceSection = ({ title, rows }: { title: string; rows: readonly SliceRow[] }) => {
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <h2 id={id}>{title}</h2>
      <ul className={styles["list"]}>
        {rows.map(({ key, name, about, figure, isHidden }) => (
          <li key={key} className={styles["row"]}>
            <div className={styles["name"]}>
              <div>{name}</div>
              {about !== undefined && <div className="muted">{about}</div>}
            </div>
            <VoiceFigureCells figure={figure} isHidden={isHidden} />
          </li>
        ))}
      </ul>
    </section>
  );
};
