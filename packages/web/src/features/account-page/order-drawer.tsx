import { orders } from "@mainstay/contract/order";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { Money } from "../../components/money.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import styles from "./orders-section.module.css";
import plain from "./plain-table.module.css";

const decimal = (text: string | null) =>
  text === null ? "–" : formatNumber(Number(text), Number.isInteger(Number(text)) ? 0 : 2);

/** One order line by line. */
export const OrderDrawer = ({ orderId, onClose }: { orderId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const found = useAnswer(orders.get, { params: { orderId } });
  const order = found.data;
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(640px, 100vw)"
      title={order ? t("accountPage.orders.lineTitle", { number: order.externalId }) : ""}
    >
      {found.isError ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : order === undefined ? (
        <Skeleton lines={6} />
      ) : (
        <>
          <div className={styles["about"]}>
            <Day on={order.orderedOn} absolute />
            <span>{t(`accountPage.orders.kindName.${order.kind}`)}</span>
            <Money minor={order.netMinor} currency={order.currency} exact />
            {order.refersTo !== null && (
              <span>{t("accountPage.orders.refersTo", { number: order.refersTo })}</span>
            )}
          </div>
          <div className={styles["scroll"]}>
            <table className={plain["table"]}>
              <thead>
                <tr>
                  <th scope="col">{t("accountPage.orders.product")}</th>
                  <th scope="col" data-numeric>
                    {t("accountPage.orders.quantity")}
                  </th>
                  <th scope="col" data-numeric>
                    {t("accountPage.orders.unitPrice")}
                  </th>
                  <th scope="col" data-numeric>
                    {t("accountPage.orders.net")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {order.lines.map((line) => (
                  <tr key={line.lineNo}>
                    <td>{line.productName ?? line.productExternalId ?? "–"}</td>
                    <td data-numeric>{decimal(line.quantity)}</td>
                    <td data-numeric>{decimal(line.unitPrice)}</td>
                    <td data-numeric>
                      <Money minor={line.netMinor} currency={order.currency} exact />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {order.lineCount > order.lines.length && (
            <p className="muted">{t("accountPage.orders.linesMost")}</p>
          )}
        </>
      )}
    </Drawer>
  );
};
