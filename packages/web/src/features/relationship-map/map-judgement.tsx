import type { RelationshipMap } from "@mainstay/contract/relationship-map";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { signedIndex } from "./map-words.ts";
import styles from "./map-screen.module.css";

type Flag = "economic_buyer_unknown";

const toneOf = (index: number | null): "for" | "against" | "even" | "unknown" =>
  index === null ? "unknown" : index >= 5 ? "for" : index <= -5 ? "against" : "even";

/** The judgement first: support, coverage, how much is known, red flags; a word beside every colour. */
export const MapJudgement = ({ map }: { map: RelationshipMap }) => {
  const { t } = useTranslation();
  const { measures } = map;
  if (measures === null) return <p className="muted">{t("map.judgement.unmeasured")}</p>;
  const { supportIndex, supportIndexBefore, coverage, knownShare, redFlags } = measures;
  const tone = toneOf(supportIndex);
  const change =
    supportIndex !== null && supportIndexBefore !== null ? supportIndex - supportIndexBefore : null;
  const isDoubtful = knownShare !== null && knownShare < 0.6;
  return (
    <div
      className={styles["judgement"]}
      role="group"
      aria-label={t("map.judgement.label")}
      title={t("map.judgement.why")}
    >
      <p className={styles["figures"]}>
        <span className={styles["index"]} data-tone={isDoubtful ? "unknown" : tone}>
          {t("map.judgement.index")}{" "}
          <strong className="numeric">
            {supportIndex === null ? t("app.notApplicable") : signedIndex(supportIndex)}
          </strong>{" "}
          {t(`map.judgement.indexWord.${tone}`)}
        </span>
        {change !== null && Math.round(change) !== 0 && (
          <span className="muted">
            {t("map.judgement.change", { change: signedIndex(change) })}
          </span>
        )}
        <span>
          {t("map.judgement.coverage")}{" "}
          <strong className="numeric">
            {coverage === null ? t("app.notApplicable") : formatShare(coverage)}
          </strong>
        </span>
        <span>
          {t("map.judgement.known")}{" "}
          <strong className="numeric">
            {knownShare === null ? t("app.notApplicable") : formatShare(knownShare)}
          </strong>
          {isDoubtful && <span className="muted"> {t("map.judgement.doubtful")}</span>}
        </span>
        <span className="muted">
          {t("map.judgement.threads", { threads: measures.threadCount, ours: measures.busFactor })}
        </span>
      </p>
      {map.asOf === map.today ? (
        redFlags.length === 0 ? (
          <p className={styles["flags"]}>{t("map.judgement.noFlags")}</p>
        ) : (
          <p className={styles["flags"]} data-tone="red">
            <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
              <path
                d="M4 14V2.5h8.5L10 6l2.5 3.5H4"
                fill="currentColor"
                fillOpacity={0.25}
                stroke="currentColor"
                strokeWidth={1.4}
              />
            </svg>
            {t("map.judgement.flags", { count: redFlags.length })}
            {" · "}
            {redFlags.map((flag) => t(`glossary.signalKind.${flag as Flag}`)).join(t("map.comma"))}
          </p>
        )
      ) : (
        <p className={styles["flags"]}>{t("map.judgement.ofWeek", { on: measures.on })}</p>
      )}
    </div>
  );
};
