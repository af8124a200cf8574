import type { HealthMark } from "@mainstay/contract/health";
import { useTranslation } from "react-i18next";
import { FormulaHint } from "../../components/formula-hint.tsx";
import { HealthBandMark } from "../../components/level-mark.tsx";
import styles from "./health-figure.module.css";

/** Band and score; where too little is known the partial score, clearly provisional. Hover gives the formula. */
export const HealthFigure = ({ mark }: { mark: HealthMark }) => {
  const { t } = useTranslation();
  const weight = Math.round(mark.knownWeight);
  const isProvisional = mark.score === null;
  const score = mark.score ?? mark.provisionalScore;
  return (
    <span className={styles["figure"]}>
      <HealthBandMark band={mark.band} />
      {score !== null && (
        <FormulaHint
          title={t("health.title")}
          formula={t("health.whole")}
          rows={isProvisional ? <p>{t("health.provisionalWhy", { weight })}</p> : undefined}
        >
          <span className={isProvisional ? "muted" : undefined}>
            {t(isProvisional ? "health.provisional" : "health.score", { score: Math.round(score) })}
          </span>
        </FormulaHint>
      )}
      {mark.trend !== null && mark.trend !== "steady" && (
        <span className={styles["trend"]} data-trend={mark.trend}>
          <span aria-hidden="true">{mark.trend === "rising" ? "↗" : "↘"}</span>{" "}
          {t(`health.trend.${mark.trend}`)}
        </span>
      )}
    </span>
  );
};
