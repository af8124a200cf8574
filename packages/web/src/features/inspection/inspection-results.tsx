import type { InspectionResult } from "@mainstay/contract/inspection";
import { formatNumber } from "@mainstay/phrases/format/format-number";
import { useTranslation } from "react-i18next";
import { Share } from "../../components/share.tsx";
import styles from "./inspection.module.css";

/** What the calls found, of all and of each department, with n and interval. */
export const InspectionResults = ({ results }: { results: readonly InspectionResult[] }) => {
  const { t } = useTranslation();
  const column = (name: "department" | "drawn" | "reached" | "satisfied" | "recordTrue" | "mean") =>
    t(`inspection.column.${name}`);
  return (
    <section aria-label={t("inspection.results")} className={styles["part"]}>
      <h2>{t("inspection.results")}</h2>
      <div
        className={styles["scroll"]}
        tabIndex={0}
        role="region"
        aria-label={t("inspection.results")}
      >
        <table className={styles["table"]}>
          <thead>
            <tr>
              <th scope="col">{column("department")}</th>
              <th scope="col">{column("drawn")}</th>
              <th scope="col">{column("reached")}</th>
              <th scope="col">{column("satisfied")}</th>
              <th scope="col">{column("recordTrue")}</th>
              <th scope="col">{column("mean")}</th>
            </tr>
          </thead>
          <tbody>
            {results.map((row, i) => (
              <tr key={row.department?.id ?? `row ${i}`} data-all={i === 0 || undefined}>
                <th scope="row">
                  {i === 0
                    ? t("inspection.all")
                    : (row.department?.name ?? t("inspection.noDepartment"))}
                </th>
                <td>{row.drawn}</td>
                <td>{row.reached}</td>
                <ShareCell of={row.satisfied} />
                <ShareCell of={row.recordTrue} />
                <td>
                  {row.meanScore === null ? <Share of={null} /> : formatNumber(row.meanScore, 1)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">{t("inspection.intervalHint")}</p>
    </section>
  );
};

const ShareCell = ({ of }: { of: InspectionResult["satisfied"] }) => {
  const { t } = useTranslation();
  return (
    <td>
      <Share of={of.share} />
      {of.low !== null && of.high !== null && (
        <div className="muted">
          {t("inspection.interval", { low: of.low, high: of.high, n: of.n })}
        </div>
      )}
    </td>
  );
};
