import type { EvaluationSettings } from "@mainstay/domain/evaluation/evaluation-settings";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { currencySign } from "@mainstay/phrases/format/format-money";
import { InputNumber } from "antd";
import type { ReactNode } from "react";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { NumberSetting } from "./number-settings.ts";
import styles from "./policy-form.module.css";

/** One setting: its name, what it means in plain words, and its field. */
export const SettingRow = ({
  name,
  why,
  children,
}: {
  name: string;
  why: string;
  children: (id: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div className={styles["setting"]}>
      <label htmlFor={id}>
        {name}
        <span>{why}</span>
      </label>
      <div className={styles["value"]}>{children(id)}</div>
    </div>
  );
};

/** A number in the unit people think in: per cent, whole money, months, times. */
export const NumberRow = ({
  setting,
  settings,
  currency,
  mayMove,
  onChange,
}: {
  setting: NumberSetting;
  settings: EvaluationSettings;
  currency: string;
  mayMove: boolean;
  onChange: (changed: Partial<EvaluationSettings>) => void;
}) => {
  const { t } = useTranslation();
  const { name, unit, least, most, read, write } = setting;
  const factor = unit === "percent" ? 0.01 : unit === "money" ? 10 ** minorDecimals(currency) : 1;
  const suffix = unit === "money" ? null : t(`policy.unit.${unit}`);
  return (
    <SettingRow name={t(`policy.setting.${name}`)} why={t(`policy.settingWhy.${name}`)}>
      {(id) => (
        <InputNumber
          id={id}
          min={least}
          {...(most !== undefined && { max: most })}
          precision={0}
          disabled={!mayMove}
          {...(unit === "money" ? { prefix: currencySign(currency) } : { suffix })}
          formatter={(value) =>
            unit === "money" ? `${value}`.replace(/\B(?=(\d{3})+(?!\d))/g, ",") : `${value}`
          }
          parser={(text) => Number(text?.replaceAll(",", "") ?? 0)}
          value={Math.round(read(settings) / factor)}
          onChange={(value) => {
            if (value === null) return;
            const exact = unit === "percent" ? value / 100 : value * factor;
            onChange(write(settings, exact));
          }}
        />
      )}
    </SettingRow>
  );
};
