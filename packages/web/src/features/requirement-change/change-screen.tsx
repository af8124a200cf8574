import { requirementChanges } from "@mainstay/contract/requirement-change";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { ChangeActs } from "./change-acts.tsx";
import { ChangeMark } from "./change-mark.tsx";
import styles from "./change.module.css";
import { VersionCard } from "./version-card.tsx";

/** One requirement change: how it stands, whether work goes on without both confirmations, what to do, and every version. */
export const ChangeScreen = () => {
  const { accountId, changeId } = useParams({ strict: false }) as {
    accountId: string;
    changeId: string;
  };
  const { t } = useTranslation();
  const found = useAnswer(requirementChanges.get, { params: { changeId } });
  const back = (
    <Link to="/accounts/$accountId/cycle" params={{ accountId }}>
      {t("requirementChange.title")}
    </Link>
  );
  if (isProblem(found.error, "requirement_change.not_found"))
    return <EmptyState isScreen title={found.error.words} action={back} />;
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const change = found.data;
  const { account, project, status, workStartedOn } = change;
  return (
    <Screen width="narrow">
      <PageHeader
        tabTitle={`${change.title} · ${account.name}`}
        title={change.title}
        lead={
          <>
            <Link to="/accounts/$accountId/cycle" params={{ accountId: account.id }}>
              {account.name}
            </Link>
            {project !== null && ` · ${project.name}`}
          </>
        }
      />
      <p className={styles["state"]}>
        <ChangeMark status={status} />
        {change.isWorkUnconfirmed && workStartedOn !== null ? (
          <span className={styles["bad"]}>
            {t("requirementChange.workUnconfirmed", { on: workStartedOn })}
          </span>
        ) : workStartedOn === null ? (
          <span className="muted">{t("requirementChange.notStarted")}</span>
        ) : (
          t("requirementChange.workStarted", { on: workStartedOn })
        )}
        {change.confirmedAt !== null &&
          ` · ${t("requirementChange.confirmedAt", { at: formatInstant(change.confirmedAt) })}`}
        {change.closedBecause !== null &&
          ` · ${t("requirementChange.closedBecause", { reason: change.closedBecause })}`}
      </p>
      <ChangeActs change={change} />
      {change.versions.map((version) => (
        <VersionCard key={version.number} change={change} version={version} />
      ))}
    </Screen>
  );
};
