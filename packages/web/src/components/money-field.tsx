import { minorDecimals } from "@mainstay/domain/money/currency";
import { currencySign } from "@mainstay/phrases/format/format-money";
import { InputNumber } from "antd";

/** An amount in whole units of a currency; speaks minor units, so it fits the wire. */
export const MoneyField = ({
  id,
  currency,
  minor,
  onChange,
  label,
  isDisabled = false,
}: {
  id?: string;
  currency: string;
  minor: number | null;
  onChange: (minor: number | null) => void;
  label?: string;
  isDisabled?: boolean;
}) => {
  const factor = 10 ** minorDecimals(currency);
  return (
    <InputNumber
      {...(id !== undefined && { id })}
      {...(label !== undefined && { "aria-label": label })}
      min={0}
      max={Math.floor(Number.MAX_SAFE_INTEGER / factor)}
      precision={0}
      disabled={isDisabled}
      prefix={currencySign(currency)}
      formatter={(value) => `${value ?? ""}`.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}
      parser={(text) => Number(text?.replaceAll(",", "") ?? 0)}
      value={minor === null ? null : Math.round(minor / factor)}
      onChange={(value) => onChange(value === null ? null : Math.round(value) * factor)}
      style={{ width: "100%" }}
    />
  );
};
