import type { AccountPage } from "@mainstay/contract/account-page";
import { orders } from "@mainstay/contract/order";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Money } from "../../components/money.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import plain from "./plain-table.module.css";
import { Section } from "./section.tsx";
import styles from "./orders-section.module.css";

const OrderDrawer = lazy(() =>
  import("./order-drawer.tsx").then((m) => ({ default: m.OrderDrawer })),
);

/** Orders and returns, newest first; one opens with its lines. */
export const OrdersSection = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(null);
  const found = usePagedAnswer(orders.ofAccount, {
    params: { accountId: page.account.id },
    query: { limit: 10 },
  });
  const pages = found.data?.pages;
  const rows = (pages ?? []).flatMap((one) => one.items);
  const total = pages?.[0]?.total ?? 0;
  const isForeign = rows.some(({ currency }) => currency !== page.baseCurrency);
  return (
    <Section
      order={9}
      title={t("accountPage.orders.title")}
      about={pages && t("app.rows", { count: total })}
    >
      {found.isError && rows.length === 0 ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Skeleton lines={4} />
      ) : rows.length === 0 ? (
        <p className="muted">{t("accountPage.orders.none")}</p>
      ) : (
        <div className={styles["scroll"]}>
          <table className={plain["table"]}>
            <thead>
              <tr>
                <th scope="col">{t("accountPage.orders.orderedOn")}</th>
                <th scope="col">{t("accountPage.orders.number")}</th>
                <th scope="col" className={styles["roomy"]}>
                  {t("accountPage.orders.kind")}
                </th>
                <th scope="col" data-numeric className={styles["roomy"]}>
                  {t("accountPage.orders.lines")}
                </th>
                <th scope="col" data-numeric>
                  {t("accountPage.orders.amount")}
                </th>
                {isForeign && (
                  <th scope="col" data-numeric>
                    {t("accountPage.orders.base")}
                  </th>
                )}
                <th scope="col" data-numeric>
                  {t("accountPage.orders.margin")}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((order) => (
                <tr key={order.id}>
                  <td>
                    <Day on={order.orderedOn} absolute />
                  </td>
                  <td>
                    <button
                      type="button"
                      className={styles["open"]}
                      aria-label={t("accountPage.orders.open", { number: order.externalId })}
                      onClick={() => setOpenId(order.id)}
                    >
                      {order.externalId}
                    </button>
                  </td>
                  <td className={styles["roomy"]}>
                    {t(`accountPage.orders.kindName.${order.kind}`)}
                  </td>
                  <td data-numeric className={styles["roomy"]}>
                    {formatNumber(order.lineCount)}
                  </td>
                  <td data-numeric>
                    <Money minor={order.netMinor} currency={order.currency} />
                  </td>
                  {isForeign && (
                    <td data-numeric>
                      <Money minor={order.baseNetMinor} currency={page.baseCurrency} />
                    </td>
                  )}
                  <td data-numeric>
                    <Money
                      minor={order.costMinor === null ? null : order.netMinor - order.costMinor}
                      currency={order.currency}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <Button
          size="small"
          type="text"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
      {openId !== null && (
        <Suspense>
          <OrderDrawer orderId={openId} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
    </Section>
  );
};
