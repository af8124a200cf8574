import type { VoiceFigureView } from "@mainstay/contract/voice";
import { Button } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

export interface SliceRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly about?: ReactNode;
  readonly figure: VoiceFigureView | null;
  readonly isHidden: boolean;
}

const shownAtFirst = 8;

/** Parts of a whole one below the other, each with its figure. */
export const SliceSection = ({ title, rows }: { title: string; rows: readonly SliceRow[] }) => {
  const { t } = useTranslation();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <h2 id={id}>{title}</h2>
      <ul className={styles["list"]}>
        {(isWhole ? rows : rows.slice(0, shownAtFirst)).map(
          ({ key, name, about, figure, isHidden }) => (
            <li key={key} className={styles["row"]}>
              <div className={styles["name"]}>
                <div>{name}</div>
                {about !== undefined && <div className="muted">{about}</div>}
              </div>
              <VoiceFigureCells figure={figure} isHidden={isHidden} />
            </li>
          ),
        )}
      </ul>
      {!isWhole && rows.length > shownAtFirst && (
        <Button onClick={() => setWhole(true)}>
          {t("voiceResult.allOf", { count: rows.length })}
        </Button>
      )}
    </section>
  );
};
