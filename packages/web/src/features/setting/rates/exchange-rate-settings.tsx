import { exchangeRates } from "@mainstay/contract/setting";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { usePreferences } from "../../../lib/preferences.ts";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { useMay, useSession } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";
import { AddRate } from "./add-rate.tsx";

/** What a unit of a foreign currency is worth, from a day on. */
export const ExchangeRateSettings = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const { workspace } = useSession();
  const mayEdit = useMay("exchange_rate.edit");
  const notice = useNotice();
  const found = useAnswer(exchangeRates.list, {});
  const remove = useAct(exchangeRates.remove, {
    refresh: [exchangeRates.list],
    onSuccess: () => notice.done(t("setting.rates.removed")),
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t("setting.rates.title")}
        lead={t("setting.rates.lead", { currency: workspace.baseCurrency })}
      />
      {mayEdit && <AddRate baseCurrency={workspace.baseCurrency} />}
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={3} />}
      {found.isSuccess && items.length === 0 && (
        <EmptyState title={t("setting.rates.none")} words={t("setting.rates.noneWhy")} />
      )}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map(({ currency, fromOn, rate }) => (
            <li key={`${currency}-${fromOn}`} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>
                  1 {currency} = {rate} {workspace.baseCurrency}
                </span>
                <span className="muted">
                  {t("setting.rates.fromOn")} <Day on={fromOn} absolute />
                </span>
              </div>
              {mayEdit && (
                <Popconfirm
                  title={t("setting.rates.removeAsk", { currency, on: formatDay(fromOn, locale) })}
                  okText={t("app.remove")}
                  onConfirm={() => remove.mutate({ params: { currency, fromOn } })}
                >
                  <Button size="small">{t("app.remove")}</Button>
                </Popconfirm>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
