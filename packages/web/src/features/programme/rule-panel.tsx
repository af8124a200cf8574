import { programme, type ProgrammeRuleView } from "@mainstay/contract/programme";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAnswer } from "../../lib/query.ts";
import { useCriterionName } from "./criterion-words.ts";
import styles from "./programme.module.css";

/** The criteria in force with their weights, and every version before. */
export const RulePanel = ({
  rule,
  onEdit,
}: {
  rule: ProgrammeRuleView;
  /** Null for who may not publish criteria. */
  onEdit: (() => void) | null;
}) => {
  const { t } = useTranslation();
  const nameOf = useCriterionName();
  const history = useAnswer(programme.rules, {});
  return (
    <>
      <table className={styles["rules"]}>
        <tbody>
          {rule.criteria.map((criterion) => (
            <tr key={criterion.key}>
              <th scope="row">{nameOf(criterion)}</th>
              <td data-numeric>{criterion.weight}%</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles["total"]}>
        {t("programme.cap")} {rule.cap} · {t("programme.perManager")} {rule.accountsPerManager}
      </p>
      {onEdit && <Button onClick={onEdit}>{t("programme.editRule")}</Button>}
      <ul style={{ marginTop: 16 }}>
        {(history.data?.items ?? []).map((one) => (
          <li key={one.version} className="muted">
            {t("programme.ruleVersion", { version: one.version })} ·{" "}
            {one.publishedBy && one.publishedAt
              ? t("programme.ruleBy", {
                  name: one.publishedBy.name,
                  on: one.publishedAt.slice(0, 10),
                })
              : t("programme.ruleShipped")}
            {one.note !== "" && ` · ${one.note}`}
          </li>
        ))}
      </ul>
    </>
  );
};
