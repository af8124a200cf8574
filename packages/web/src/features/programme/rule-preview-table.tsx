import type { ProgrammeRuleView, RulePreview } from "@mainstay/contract/programme";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";
import { useCriterionName } from "./criterion-words.ts";
import styles from "./programme.module.css";

/** Members and nominations in the order other criteria would give; beyond the cap greyed. */
export const RulePreviewTable = ({
  preview,
  criteria,
}: {
  preview: RulePreview;
  criteria: ProgrammeRuleView["criteria"] | readonly ProgrammeRuleView["criteria"][number][];
}) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const nameOf = useCriterionName();
  if (preview.rows.length === 0) return <p className="muted">{t("programme.previewNone")}</p>;
  const named = (key: string) => nameOf(criteria.find((one) => one.key === key) ?? { key });
  return (
    <div className={styles["scroll"]}>
      <table className={styles["rules"]}>
        <thead>
          <tr>
            <th scope="col">{t("programme.account")}</th>
            <th scope="col" data-numeric>
              {t("programme.rankNow")}
            </th>
            <th scope="col" data-numeric>
              {t("programme.rankThen")}
            </th>
            <th scope="col" data-numeric>
              {t("programme.score")}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.membershipId} data-beyond={row.rankThen > preview.cap || undefined}>
              <th scope="row">
                {row.account.name}
                {row.rankThen > preview.cap && ` · ${t("programme.beyondCap")}`}
                {row.unscored.length > 0 && (
                  <span className="muted">
                    {" "}
                    {t("programme.unscored", {
                      names: new Intl.ListFormat(locale).format(row.unscored.map(named)),
                    })}
                  </span>
                )}
              </th>
              <td data-numeric>{row.rankNow}</td>
              <td data-numeric>{row.rankThen}</td>
              <td data-numeric>
                {Math.round(row.scoreNow)} → {Math.round(row.scoreThen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
