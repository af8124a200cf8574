import type { RiskLevel } from "@mainstay/domain/account/risk-level";
import { useTranslation } from "react-i18next";
import styles from "./matrix-panel.module.css";

/** The shapes of the picture, as the chart draws them. */
const shapes: Record<RiskLevel, string> = {
  lost: "M6 1l5.5 10H.5z",
  act: "M6 0l6 6-6 6-6-6z",
  watch: "M1 1h10v10H1z",
  fine: "M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10",
  unknown: "M6 1.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9",
};
const loudestFirst: readonly RiskLevel[] = ["lost", "act", "watch", "fine", "unknown"];

/** What shape and colour stand for which risk level, and what size means. */
export const MatrixLegend = ({ about }: { about: string }) => {
  const { t } = useTranslation();
  return (
    <div className={styles["legend"]}>
      <ul>
        {loudestFirst.map((level) => (
          <li key={level} data-level={level}>
            <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
              <path d={shapes[level]} />
            </svg>
            {t(`glossary.level.${level}`)}
          </li>
        ))}
      </ul>
      <p>{about}</p>
    </div>
  );
};
