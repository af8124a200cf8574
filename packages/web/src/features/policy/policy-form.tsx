import { findSettingFaults } from "@mainstay/domain/evaluation/check-evaluation-settings";
import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { settingFaultWords } from "@mainstay/phrases/error/setting-fault-words";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import { IndustryScores } from "./industry-scores.tsx";
import styles from "./policy-form.module.css";
import { NumberRow, SettingRow } from "./setting-row.tsx";
import { numberSettings } from "./number-settings.ts";

const groups = ["value", "potential", "segment", "grade", "risk", "clv"] as const;

/** Weights, floors and thresholds, each with what it means; a draft until it is published. */
export const PolicyForm = ({
  settings,
  currency,
  mayMove,
  onChange,
}: {
  settings: EvaluationSettings;
  currency: string;
  mayMove: boolean;
  onChange: (changed: Partial<EvaluationSettings>) => void;
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const faults = findSettingFaults(settings);
  return (
    <div className={styles["form"]}>
      {faults.length > 0 && (
        <p role="alert" className={styles["faults"]}>
          {faults.map((fault) => settingFaultWords[locale][fault]).join(" ")}
        </p>
      )}
      {groups.map((group) => (
        <section key={group}>
          <h3>{t(`policy.group.${group}`)}</h3>
          {group === "value" && (
            <SettingRow
              name={t("policy.setting.valueMeasure")}
              why={t("policy.settingWhy.valueMeasure")}
            >
              {(id) => (
                <Select
                  id={id}
                  disabled={!mayMove}
                  value={settings.valueMeasure}
                  onChange={(valueMeasure) => onChange({ valueMeasure })}
                  options={(["trailing_12m", "clv_36m"] as const).map((value) => ({
                    value,
                    label: t(`policy.measure.${value}`),
                  }))}
                />
              )}
            </SettingRow>
          )}
          {numberSettings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <NumberRow
                key={setting.name}
                setting={setting}
                settings={settings}
                currency={currency}
                mayMove={mayMove}
                onChange={onChange}
              />
            ))}
        </section>
      ))}
      <IndustryScores settings={settings} mayMove={mayMove} onChange={onChange} />
    </div>
  );
};
