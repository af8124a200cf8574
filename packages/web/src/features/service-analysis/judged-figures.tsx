import type { VoiceFigure } from "@mainstay/contract/service-analysis";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { VoiceRange } from "../voice-result/voice-range.tsx";
import styles from "../voice-result/voice-result.module.css";
import type { VoiceSearch } from "../voice-result/voice-search.ts";
import { voiceValue } from "./heat-panel.tsx";

export interface JudgedFigure {
  readonly key: string;
  readonly name: string;
  readonly scale: VoiceScale;
  readonly figure: VoiceFigure;
  /** What lists exactly the answers it counts. */
  readonly search: VoiceSearch;
}

/** What a judgement rests on: each figure with its interval on a line, and its answers one by one. */
export const JudgedFigures = ({ figures }: { figures: readonly JudgedFigure[] }) => {
  const { t } = useTranslation();
  return (
    <ul className={styles["list"]}>
      {figures.map(({ key, name, scale, figure, search }) => (
        <li key={key} className={styles["row"]}>
          <div className={styles["name"]}>
            <div>{name}</div>
            <div className="muted">{t(`feedbackLoop.scale.${scale}`)}</div>
          </div>
          <div className={styles["figure"]}>
            <div className={styles["numbers"]}>
              {figure.value === null || figure.interval === null ? (
                <span className="muted">{t("voiceResult.few")}</span>
              ) : (
                <>
                  <strong className="numeric">{voiceValue(scale, figure.value)}</strong>
                  <span className="muted numeric">
                    {t("voiceResult.interval", {
                      low: voiceValue(scale, figure.interval.low),
                      high: voiceValue(scale, figure.interval.high),
                    })}
                  </span>
                </>
              )}
              <Link to="/voice/answers" search={search as never} className="numeric">
                {t("voiceResult.n", { count: figure.n })}
              </Link>
            </div>
            <VoiceRange
              figure={{
                scale,
                value: figure.value,
                low: figure.interval?.low ?? null,
                high: figure.interval?.high ?? null,
              }}
            />
          </div>
        </li>
      ))}
    </ul>
  );
};
