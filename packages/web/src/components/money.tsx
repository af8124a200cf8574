import { formatMoney } from "@mainstay/phrases/format/format-money";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../lib/preferences.ts";

/** An amount in the reader's unit; exact to the minor unit on hover; 不适用 where there is none. */
export const Money = ({
  minor,
  currency,
  exact = false,
  signed = false,
}: {
  minor: number | null | undefined;
  currency: string;
  exact?: boolean;
  signed?: boolean;
}) => {
  const { t } = useTranslation();
  const { locale, amountUnit } = usePreferences();
  if (minor === null || minor === undefined)
    return <span className="muted">{t("app.notApplicable")}</span>;
  return (
    <span
      className="numeric"
      title={exact ? undefined : formatMoney(minor, currency, locale, { exact: true })}
    >
      {formatMoney(minor, currency, locale, { unit: amountUnit, exact, signed })}
    </span>
  );
};

/** The same as text, where a sentence or an attribute needs it. */
export const useMoneyText = () => {
  const { locale, amountUnit } = usePreferences();
  return (minor: number, currency: string) =>
    formatMoney(minor, currency, locale, { unit: amountUnit });
};
