import type { AccountView } from "@mainstay/contract/account";
import type { AccountKind } from "@mainstay/domain/account/account-kind";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { Money } from "../../../components/money.tsx";
import type { FieldValue, RecordField } from "./record-fields.ts";

/** A value of the record as people read it; `account` knows the names behind ids. */
export const FieldWords = ({
  field,
  value,
  account,
  currency,
  names,
}: {
  field: RecordField;
  value: FieldValue;
  account: AccountView;
  currency: string;
  /** Names of colleagues by id. */
  names: ReadonlyMap<string, string>;
}) => {
  const { t, i18n } = useTranslation();
  const listSign = i18n.language === "en" ? ", " : "、";
  const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return <span className="muted">{t("accountPage.record.empty")}</span>;
  if (field.kind === "day") return <Day on={value as string} absolute />;
  if (field.kind === "money") return <Money minor={value as number} currency={currency} />;
  if (field.kind === "days")
    return <>{t("accountPage.record.paymentTermsDays", { count: value as number })}</>;
  if (field.kind === "percent") return <>{formatNumber(value as number, 0)}%</>;
  if (field.kind === "kinds")
    return (
      <>
        {(value as AccountKind[]).map((kind) => t(`glossary.accountKind.${kind}`)).join(listSign)}
      </>
    );
  if (field.kind === "user") {
    const team = [account.manager, account.backup, account.sponsor];
    return (
      <>
        {team.find((one) => one?.id === value)?.name ??
          names.get(value as string) ??
          t("app.unknown")}
      </>
    );
  }
  return <>{String(value)}</>;
};
