import { type ClockTerm, clockUnits } from "@mainstay/domain/case/case-clock";
import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./case-clock.module.css";

/** A term in words: "2 个工作日"; 不要求 where none is promised. */
export const useTermWords = () => {
  const { t } = useTranslation();
  return (term: ClockTerm | null): string =>
    term === null ? t("case.setting.noFeedback") : `${term.count} ${t(`case.unit.${term.unit}`)}`;
};

/** How long a clock runs: a count of hours or working days; empty where none has to be promised. */
export const TermField = ({
  label,
  value,
  isOptional,
  isDisabled,
  onChange,
}: {
  label: string;
  value: ClockTerm | null;
  isOptional: boolean;
  isDisabled: boolean;
  onChange: (term: ClockTerm | null) => void;
}) => {
  const { t } = useTranslation();
  const unit = value?.unit ?? "hours";
  return (
    <span className={styles["pair"]}>
      <InputNumber
        aria-label={label}
        min={0.25}
        max={1000}
        disabled={isDisabled}
        value={value?.count ?? null}
        {...(isOptional && { placeholder: t("case.setting.noFeedback") })}
        onChange={(count) => onChange(count === null ? null : { count, unit })}
        style={{ width: 84 }}
      />
      {value !== null && (
        <Select
          aria-label={`${label} · ${t(`case.unit.${unit}`)}`}
          disabled={isDisabled}
          popupMatchSelectWidth={false}
          value={unit}
          onChange={(next) => onChange({ count: value.count, unit: next })}
          options={clockUnits.map((one) => ({ value: one, label: t(`case.unit.${one}`) }))}
        />
      )}
    </span>
  );
};
