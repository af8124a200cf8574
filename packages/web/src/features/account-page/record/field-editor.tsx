import { accountKinds } from "@mainstay/domain/account/account-kind";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/day-field.tsx";
import { UserSelect } from "../../../components/user-select.tsx";
import type { FieldValue, RecordField } from "./record-fields.ts";

/** The editor that fits a field. Enter saves text, choosing saves a choice. */
export const FieldEditor = ({
  field,
  value,
  known,
  currency,
  onChange,
}: {
  field: RecordField;
  value: FieldValue;
  /** The person shown before the list of colleagues has arrived. */
  known: { id: string; name: string } | null;
  currency: string;
  onChange: (value: FieldValue) => void;
}) => {
  const { t } = useTranslation();
  const label = t(`accountPage.record.${field.name}`);
  const scale = 10 ** minorDecimals(currency);
  switch (field.kind) {
    case "user":
      return (
        <UserSelect
          label={label}
          value={value as string | null}
          known={known}
          onChange={onChange}
        />
      );
    case "day":
      return <DayField label={label} value={value as string | null} onChange={onChange} />;
    case "kinds":
      return (
        <Select
          mode="multiple"
          aria-label={label}
          style={{ width: "100%" }}
          value={value as string[]}
          onChange={onChange}
          options={accountKinds.map((kind) => ({
            value: kind,
            label: t(`glossary.accountKind.${kind}`),
          }))}
        />
      );
    case "money":
    case "days":
    case "percent": {
      const factor = field.kind === "money" ? scale : 1;
      return (
        <InputNumber
          autoFocus
          aria-label={label}
          style={{ width: "100%" }}
          min={0}
          {...(field.kind === "percent" && { max: 100 })}
          value={value === null ? null : (value as number) / factor}
          onChange={(next) => onChange(next === null ? null : Math.round(next * factor))}
        />
      );
    }
    default:
      return (
        <Input
          autoFocus
          aria-label={label}
          maxLength={field.kind === "currency" ? 3 : 200}
          value={(value as string | null) ?? ""}
          onChange={(event) =>
            onChange(
              field.kind === "currency" ? event.target.value.toUpperCase() : event.target.value,
            )
          }
        />
      );
  }
};
