import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { InputNumber } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./matrix-panel.module.css";

const cuts = [
  { line: "core", setting: "coreTopShare", least: 1, most: 50 },
  { line: "potential", setting: "potentialCut", least: 2, most: 98 },
  { line: "maintain", setting: "maintainValueCut", least: 1, most: 95 },
] as const;

/** The lines of the picture as numbers, each with what it means. */
export const CutInputs = ({
  settings,
  mayMove,
  onChange,
}: {
  settings: EvaluationSettings;
  mayMove: boolean;
  onChange: (changed: Partial<EvaluationSettings>) => void;
}) => {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles["cuts"]}>
      {cuts.map(({ line, setting, least, most }) => (
        <div key={line} className={styles["cut"]}>
          <label htmlFor={`${id}${line}`}>
            {t(`policy.line.${line}`)}
            <span>{t(`policy.lineWhy.${line}`)}</span>
          </label>
          <InputNumber
            id={`${id}${line}`}
            min={least}
            max={most}
            precision={0}
            suffix="%"
            disabled={!mayMove}
            value={Math.round(settings[setting] * 100)}
            onChange={(value) => value !== null && onChange({ [setting]: value / 100 })}
          />
        </div>
      ))}
    </div>
  );
};
