import type { VoiceFigureView } from "@mainstay/contract/voice";
import { useTranslation } from "react-i18next";
import { formatFigure, formatMean } from "./figure-words.ts";
import { VoiceBar } from "./voice-bar.tsx";
import { VoiceRange } from "./voice-range.tsx";
import styles from "./voice-result.module.css";

/** One figure as every list shows it: bar, value with its interval, n and mean; below five answers no percentage. */
export const VoiceFigureCells = ({
  figure,
  isHidden = false,
}: {
  figure: VoiceFigureView | null;
  isHidden?: boolean;
}) => {
  const { t } = useTranslation();
  if (isHidden || !figure)
    return (
      <span className="muted">{isHidden ? t("voiceResult.hidden") : t("app.notApplicable")}</span>
    );
  const { scale, n, value, low, high, mean } = figure;
  return (
    <div className={styles["figure"]}>
      <VoiceBar figure={figure} />
      <div className={styles["numbers"]}>
        {value === null || low === null || high === null ? (
          <span className="muted">{t("voiceResult.few")}</span>
        ) : (
          <>
            <strong className="numeric">{formatFigure(scale, value)}</strong>
            <span className="muted numeric">
              {t("voiceResult.interval", {
                low: formatFigure(scale, low),
                high: formatFigure(scale, high),
              })}
            </span>
          </>
        )}
        <span className="muted numeric">{t("voiceResult.n", { count: n })}</span>
        {mean !== null && (
          <span className="muted numeric">{t("voiceResult.mean", { mean: formatMean(mean) })}</span>
        )}
      </div>
      <VoiceRange figure={figure} />
    </div>
  );
};
