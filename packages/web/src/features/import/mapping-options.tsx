import type { ImportBatchView } from "@mainstay/contract/import";
import { currencyCodes } from "@mainstay/domain/money/currency";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./import.module.css";

type Options = ImportBatchView["options"];

/** Where the file itself does not say: currency, order of day and month, unit, decimal mark, nameless rows. */
export const MappingOptions = ({
  kind,
  options,
  onChange,
}: {
  kind: ImportBatchView["kind"];
  options: Options;
  onChange: (options: Options) => void;
}) => {
  const { t } = useTranslation();
  const hasMoney = ["account", "order", "invoice", "payment"].includes(kind);
  const hasAccount = kind !== "product" && kind !== "account";
  const control = <Key extends keyof Options>(
    key: Key,
    label: string,
    choices: readonly { value: Options[Key]; label: string }[],
  ) => (
    <label className={styles["control"]}>
      <span>{label}</span>
      <Select<string>
        showSearch={key === "defaultCurrency"}
        value={options[key]}
        onChange={(value) => onChange({ ...options, [key]: value as Options[Key] })}
        options={[...choices]}
      />
    </label>
  );
  return (
    <div className={styles["controls"]}>
      {hasMoney &&
        control(
          "defaultCurrency",
          t("import.mapping.defaultCurrency"),
          currencyCodes.map((value) => ({ value, label: value })),
        )}
      {hasMoney &&
        control("amountUnit", t("import.mapping.amountUnit"), [
          { value: "header", label: t("import.mapping.amountUnits.header") },
          { value: "yuan", label: t("import.mapping.amountUnits.yuan") },
          { value: "ten_thousand_yuan", label: t("import.mapping.amountUnits.ten_thousand_yuan") },
        ])}
      {hasMoney &&
        control("decimalMark", t("import.mapping.decimalMark"), [
          { value: "auto", label: t("import.mapping.decimalMarks.auto") },
          { value: ".", label: t("import.mapping.decimalMarks.point") },
          { value: ",", label: t("import.mapping.decimalMarks.comma") },
        ])}
      {kind !== "product" &&
        control("dayOrder", t("import.mapping.dayOrder"), [
          { value: "month_first", label: t("import.mapping.dayOrders.month_first") },
          { value: "day_first", label: t("import.mapping.dayOrders.day_first") },
        ])}
      {hasAccount &&
        control("accountBy", t("import.mapping.accountBy"), [
          { value: "number", label: t("import.mapping.accountKeys.number") },
          { value: "name", label: t("import.mapping.accountKeys.name") },
        ])}
      {hasAccount &&
        control("anonymous", t("import.mapping.anonymous"), [
          { value: "skip", label: t("import.mapping.anonymousRules.skip") },
          { value: "refuse", label: t("import.mapping.anonymousRules.refuse") },
        ])}
    </div>
  );
};
