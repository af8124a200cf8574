import type { AccountSummary } from "@mainstay/contract/account";
import { formatShare } from "@mainstay/phrases/format/format-number";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMoneyText } from "../../components/money.tsx";
import { PageHeader } from "../../components/page-header.tsx";

/** The filter in one sentence: how many, what they bring, what is at risk; how much the top fifth weighs. */
export const AccountsHeadline = ({
  summary,
  isFiltered,
  actions,
}: {
  summary: AccountSummary;
  isFiltered: boolean;
  actions: ReactNode;
}) => {
  const { t } = useTranslation();
  const money = useMoneyText();
  const { accounts: count, baseCurrency, revenue12mMinor, valueAtRiskMinor } = summary;
  const spoken = {
    count,
    revenue: money(revenue12mMinor, baseCurrency),
    risk: money(valueAtRiskMinor, baseCurrency),
  };
  const title =
    count === 0
      ? t(isFiltered ? "account.headline.none" : "account.headline.empty")
      : valueAtRiskMinor > 0
        ? t("account.headline.all", spoken)
        : revenue12mMinor > 0
          ? t("account.headline.calm", spoken)
          : t("account.headline.noOrders", spoken);
  return (
    <PageHeader
      title={title}
      tabTitle={t("account.title")}
      lead={
        <>
          {summary.topFifthShare !== null && count >= 5 && (
            <>
              {t("account.topFifth", { share: formatShare(summary.topFifthShare) })}
              <span aria-hidden="true"> · </span>
            </>
          )}
          {summary.asOf !== null && (
            <span className="muted">{t("account.asOf", { on: summary.asOf })}</span>
          )}
        </>
      }
      actions={actions}
    />
  );
};
