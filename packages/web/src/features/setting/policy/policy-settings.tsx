import { policies } from "@mainstay/contract/policy";
import { formatNumber, formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { useMoneyText } from "../../../components/money.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useAnswer } from "../../../lib/query.ts";
import { useSession } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";

/** The cut lines and thresholds in force; they are moved on the matrix, where their effect is seen first. */
export const PolicySettings = () => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const moneyText = useMoneyText();
  const found = useAnswer(policies.get, {});
  if (found.isError)
    return (
      <>
        <PageHeader title={t("setting.policy.title")} />
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </>
    );
  if (!found.data)
    return (
      <>
        <PageHeader title={t("setting.policy.title")} />
        <Skeleton lines={8} height={20} />
      </>
    );
  const { version, settings: s, publishedBy, publishedAt, note } = found.data;
  const money = (minor: number) => moneyText(minor, workspace.baseCurrency);
  const rows = {
    coreTopShare: formatShare(s.coreTopShare),
    coreYearFloor: formatShare(s.coreYearFloor),
    potentialCut: formatShare(s.potentialCut),
    maintainValueCut: formatShare(s.maintainValueCut),
    valueMarginWeight: formatShare(s.valueMarginWeight),
    demotionEvaluations: formatNumber(s.demotionEvaluations),
    gradeStrategic: money(s.gradeFloors.strategic),
    gradeKey: money(s.gradeFloors.key),
    gradeBase: money(s.gradeFloors.base),
    riskWatch: formatShare(s.riskLevels.watch),
    riskAct: formatShare(s.riskLevels.act),
    riskLost: formatShare(s.riskLevels.lost),
    clvMonths: formatNumber(s.clv.months),
    clvDiscount: formatShare(s.clv.yearlyDiscount),
    clvMargin: formatShare(s.clv.defaultMargin),
  };
  return (
    <>
      <PageHeader
        title={t("setting.policy.title")}
        lead={
          <>
            {t("setting.policy.lead", { version })}{" "}
            {publishedBy !== null && t("setting.policy.publishedBy", { name: publishedBy.name })}{" "}
            {publishedAt !== null && <Instant at={publishedAt} />}
            {note !== "" && ` · ${note}`}
          </>
        }
        actions={
          <Link to="/accounts">
            <Button>{t("setting.policy.toMatrix")}</Button>
          </Link>
        }
      />
      <table className={styles["figures"]}>
        <tbody>
          {(Object.keys(rows) as (keyof typeof rows)[]).map((row) => (
            <tr key={row}>
              <th scope="row">{t(`setting.policy.rows.${row}`)}</th>
              <td className={styles["figure"]}>{rows[row]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
