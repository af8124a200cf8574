import type { AccountPage } from "@mainstay/contract/account-page";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { Money } from "../../../components/money.tsx";
import styles from "../plain-table.module.css";

/** The strip in words and numbers: every order-day, newest first, and every expected window with its outcome. */
export const RhythmTable = ({ page }: { page: AccountPage }) => {
  const { t } = useTranslation();
  const { rhythm, baseCurrency } = page;
  return (
    <div className={styles["tables"]}>
      {rhythm.windows.length > 0 && (
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("accountPage.rhythm.from")}</th>
              <th scope="col">{t("accountPage.rhythm.to")}</th>
              <th scope="col">{t("accountPage.rhythm.state")}</th>
            </tr>
          </thead>
          <tbody>
            {[...rhythm.windows].reverse().map((window) => (
              <tr key={window.from}>
                <td>
                  <Day on={window.from} absolute />
                </td>
                <td>
                  <Day on={window.to} absolute />
                </td>
                <td>
                  {t(
                    window.met === null
                      ? "accountPage.rhythm.open"
                      : window.met
                        ? "accountPage.rhythm.met"
                        : "accountPage.rhythm.legend.missed",
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div
        className={styles["long"]}
        tabIndex={0}
        role="region"
        aria-label={t("accountPage.rhythm.title")}
      >
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{t("accountPage.rhythm.day")}</th>
              <th scope="col" data-numeric>
                {t("accountPage.rhythm.orders")}
              </th>
              <th scope="col" data-numeric>
                {t("accountPage.rhythm.amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...rhythm.dots].reverse().map((dot) => (
              <tr key={dot.on}>
                <td>
                  <Day on={dot.on} absolute />
                </td>
                <td data-numeric>{formatNumber(dot.orders)}</td>
                <td data-numeric>
                  <Money minor={dot.netMinor} currency={baseCurrency} exact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
};
