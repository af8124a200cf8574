import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { useTranslation } from "react-i18next";
import styles from "./matrix-field.module.css";

const per = (share: number) => `${share * 100}%`;

/** The ground of the matrix: where each segment lies, named in its corner. */
export const MatrixRegions = ({ settings }: { settings: EvaluationSettings }) => {
  const { t } = useTranslation();
  const { potentialCut: cut, coreTopShare: top, maintainValueCut: maintain } = settings;
  const regions = [
    { segment: "core", left: 0, width: 1, bottom: 1 - top, height: top },
    { segment: "high_potential", left: cut, width: 1 - cut, bottom: 0, height: 1 - top },
    { segment: "maintain", left: 0, width: cut, bottom: maintain, height: 1 - top - maintain },
    { segment: "develop", left: 0, width: cut, bottom: 0, height: maintain },
  ] as const;
  return regions.map(({ segment, left, width, bottom, height }) => (
    <div
      key={segment}
      className={styles["region"]}
      data-segment={segment}
      style={{
        left: per(left),
        width: per(width),
        bottom: per(bottom),
        height: per(Math.max(0, height)),
      }}
    >
      <span>{t(`glossary.segment.${segment}`)}</span>
    </div>
  ));
};
