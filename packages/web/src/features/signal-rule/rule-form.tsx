import type { SignalRules } from "@mainstay/domain/signal-rule/signal-rules";
import { InputNumber } from "antd";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../../components/money-field.tsx";
import styles from "../policy/policy-form.module.css";
import { SettingRow } from "../policy/setting-row.tsx";
import { ruleGroups, ruleSettings } from "./rule-settings.ts";

type Setting = (typeof ruleSettings)[number];

const RuleRow = ({
  setting,
  rules,
  currency,
  mayChange,
  onChange,
}: {
  setting: Setting;
  rules: SignalRules;
  currency: string;
  mayChange: boolean;
  onChange: (rules: SignalRules) => void;
}) => {
  const { t } = useTranslation();
  const { name, unit, least, read, write } = setting;
  const factor = unit === "percent" ? 0.01 : 1;
  const isFine = "isFine" in setting;
  return (
    <SettingRow name={t(`signalRule.setting.${name}`)} why={t(`signalRule.settingWhy.${name}`)}>
      {(id) =>
        unit === "money" ? (
          <MoneyField
            id={id}
            currency={currency}
            minor={read(rules)}
            isDisabled={!mayChange}
            onChange={(minor) => onChange(write(rules, minor ?? 0))}
          />
        ) : (
          <InputNumber
            id={id}
            min={least}
            {...("most" in setting && { max: setting.most })}
            precision={isFine ? 1 : 0}
            step={isFine ? 0.5 : 1}
            disabled={!mayChange}
            suffix={t(`signalRule.unit.${unit}`)}
            value={isFine ? read(rules) : Math.round(read(rules) / factor)}
            onChange={(value) =>
              value !== null && onChange(write(rules, unit === "percent" ? value / 100 : value))
            }
          />
        )
      }
    </SettingRow>
  );
};

/** Every threshold, each with what it means; a draft until it is published. */
export const RuleForm = (props: {
  rules: SignalRules;
  currency: string;
  mayChange: boolean;
  onChange: (rules: SignalRules) => void;
}) => {
  const { t } = useTranslation();
  return (
    <div className={styles["form"]}>
      {ruleGroups.map((group) => (
        <section key={group}>
          <h3>{t(`signalRule.group.${group}`)}</h3>
          {ruleSettings
            .filter((setting) => setting.group === group)
            .map((setting) => (
              <RuleRow key={setting.name} setting={setting} {...props} />
            ))}
        </section>
      ))}
    </div>
  );
};
