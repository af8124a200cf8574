import type { AccountVoice } from "@mainstay/contract/voice";
import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { useTranslation } from "react-i18next";
import { formatMean } from "./figure-words.ts";
import styles from "./voice-result.module.css";

/** The weighted mean, and beside it the economic buyer's own answer: a dissatisfied one by word and shape. */
export const AccountScoreCells = ({ voice }: { voice: AccountVoice }) => {
  const { t } = useTranslation();
  const mostOf = (scale: VoiceScale) =>
    t("voiceResult.accounts.of", { most: scaleEnds[scale].high });
  const { buyer } = voice;
  return (
    <div className={styles["scores"]}>
      <div>
        <div className="muted">{t("voiceResult.accounts.mean")}</div>
        <strong className="numeric">{formatMean(voice.mean)}</strong>{" "}
        <span className="muted numeric">
          {mostOf(voice.scale)} · {t(`voiceResult.scale.${voice.scale}`)} ·{" "}
          {t("voiceResult.n", { count: voice.n })}
        </span>
      </div>
      <div>
        <div className="muted">{t("voiceResult.accounts.buyer")}</div>
        {buyer ? (
          <span className={styles["buyer"]} data-low={buyer.isDissatisfied || undefined}>
            {buyer.isDissatisfied && (
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M6 1 11.5 11H.5z" />
              </svg>
            )}
            <strong className="numeric">{buyer.score}</strong>{" "}
            <span className="numeric">{mostOf(buyer.scale)}</span>
            {buyer.scale !== voice.scale && (
              <span className="muted">{t(`voiceResult.scale.${buyer.scale}`)}</span>
            )}
            {buyer.isDissatisfied && <span>{t("voiceResult.accounts.buyerLow")}</span>}
            {buyer.person && <span className="muted">{buyer.person.name}</span>}
          </span>
        ) : (
          <span className="muted">{t("voiceResult.accounts.buyerNone")}</span>
        )}
      </div>
    </div>
  );
};
