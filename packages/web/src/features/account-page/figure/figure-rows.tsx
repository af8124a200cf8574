import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { Money } from "../../../components/money.tsx";
import styles from "../plain-table.module.css";
import type { Figure, FigureAnswer } from "./figure-format.ts";

/** Figures of a window name every row; those of the whole history only the newest ones. */
const ofWindow: ReadonlySet<Figure> = new Set(["revenue_12m", "margin_12m", "growth", "grade"]);
const mostOfHistory = 500;

/** The order-days a figure was made of, newest first. */
export const FigureRows = ({
  figure,
  rows,
  currency,
}: {
  figure: Figure;
  rows: FigureAnswer["rows"];
  currency: string;
}) => {
  const { t } = useTranslation();
  if (rows.length === 0) return <p className="muted">{t("figure.noRows")}</p>;
  return (
    <>
      <table className={styles["table"]}>
        <thead>
          <tr>
            <th scope="col">{t("figure.day")}</th>
            <th scope="col" data-numeric>
              {t("figure.orders")}
            </th>
            <th scope="col" data-numeric>
              {t("figure.net")}
            </th>
            <th scope="col" data-numeric>
              {t("figure.margin")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.on}>
              <td>
                <Day on={row.on} absolute />
              </td>
              <td data-numeric>{formatNumber(row.orders)}</td>
              <td data-numeric>
                <Money minor={row.netMinor} currency={currency} />
              </td>
              <td data-numeric>
                <Money
                  minor={row.costMinor === null ? null : row.netMinor - row.costMinor}
                  currency={currency}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length >= mostOfHistory && !ofWindow.has(figure) && (
        <p className="muted">{t("figure.rowsMost")}</p>
      )}
    </>
  );
};
