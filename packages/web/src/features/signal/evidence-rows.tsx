import type { Evidence } from "@mainstay/contract/signal";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Money } from "../../components/money.tsx";
import styles from "./evidence-drawer.module.css";

/** What is said beside a row: its product or the count that belongs to its kind. */
const useAbout = () => {
  const { t } = useTranslation();
  return ({ kind, label, number }: Evidence): string => {
    if (number === null || kind === "season" || kind === "order_day" || kind === "amount")
      return label ?? "";
    const words = t(`signal.evidenceNumber.${kind}`, { count: number });
    return label === null ? words : `${label} · ${words}`;
  };
};

/** The rows a signal rests on: earlier seasons, order days, windows, categories, invoices. */
export const EvidenceRows = ({
  evidence,
  currency,
}: {
  evidence: readonly Evidence[];
  currency: string;
}) => {
  const { t } = useTranslation();
  const about = useAbout();
  return (
    <table className={styles["rows"]}>
      <thead>
        <tr>
          <th scope="col">{t("signal.evidenceColumns.kind")}</th>
          <th scope="col">{t("signal.evidenceColumns.when")}</th>
          <th scope="col">{t("signal.evidenceColumns.about")}</th>
          <th scope="col" className={styles["amount"]}>
            {t("signal.evidenceColumns.amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((row, index) => (
          <tr key={`${row.kind}-${row.on}-${index}`}>
            <td>{t(`signal.evidenceKind.${row.kind}`)}</td>
            <td>
              {row.on !== null && <Day on={row.on} absolute />}
              {row.to !== null && row.to !== undefined && (
                <>
                  {" – "}
                  <Day on={row.to} absolute />
                </>
              )}
            </td>
            <td>{about(row)}</td>
            <td className={styles["amount"]}>
              {row.amountMinor !== null && <Money minor={row.amountMinor} currency={currency} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
