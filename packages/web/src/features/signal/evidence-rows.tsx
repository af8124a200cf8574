import type { Evidence } from "@mainstay/contract/signal";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Money } from "../../components/money.tsx";
import styles from "./evidence-drawer.module.css";

/** Kinds whose number is not said: the row's day or amount says it all. */
const isBare = (kind: Evidence["kind"]) =>
  kind === "season" ||
  kind === "order_day" ||
  kind === "amount" ||
  kind === "revenue" ||
  kind === "seat";

const labels = [
  "visit",
  "review",
  "executive_meeting",
  "value_report",
  "case_contact",
  "manager",
  "backup",
  "sponsor",
  "nps",
  "csat",
  "ces",
] as const;

/** Kinds whose label is a term of ours, not somebody's words. */
const hasTerms: readonly Evidence["kind"][] = ["obligation", "seat", "handover", "survey_score"];

/** What is said beside a row: its product, duty or seat, or the count that belongs to its kind. */
const useAbout = () => {
  const { t } = useTranslation();
  const labelOf = ({ kind, label }: Evidence): string | null => {
    if (!hasTerms.includes(kind)) return label;
    const known = labels.find((one) => one === label);
    return known ? t(`signal.evidenceLabel.${known}`) : label;
  };
  return (row: Evidence): string => {
    const { kind, number } = row;
    const label = labelOf(row);
    if (number === null || isBare(kind)) return label ?? "";
    const words =
      kind === "contract" && number < 0
        ? t("signal.contractOver", { count: -number })
        : t(
            `signal.evidenceNumber.${kind as Exclude<typeof kind, "season" | "order_day" | "amount" | "revenue" | "seat">}`,
            { count: number },
          );
    return label === null ? words : `${label} · ${words}`;
  };
};

/** The rows a signal rests on: earlier seasons, order days, invoices, duties, contracts, people. */
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
