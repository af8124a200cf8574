import type { VoiceFigureView } from "@mainstay/contract/voice";
import { useTranslation } from "react-i18next";
import { partsOf } from "./figure-words.ts";
import styles from "./voice-result.module.css";

/** How many were dissatisfied, neither, satisfied: a stacked bar that says its counts, not by colour alone. */
export const VoiceBar = ({ figure }: { figure: VoiceFigureView }) => {
  const { t } = useTranslation();
  const parts = partsOf(figure);
  const words = parts.map(({ part, count }) =>
    t("voiceResult.partCount", { part: t(`voiceResult.part.${figure.scale}.${part}`), count }),
  );
  return (
    <div
      className={styles["bar"]}
      role="img"
      aria-label={words.join(" · ")}
      title={words.join(" · ")}
    >
      {parts.map(({ part, count, share }) =>
        count === 0 ? null : (
          <span key={part} data-part={part} style={{ flexGrow: count }}>
            {share >= 0.08 ? count : ""}
          </span>
        ),
      )}
    </div>
  );
};
