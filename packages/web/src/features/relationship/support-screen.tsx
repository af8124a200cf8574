import { relationships } from "@mainstay/contract/relationship";
import { Link, useParams } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { AccountTabs } from "./account-tabs.tsx";
import { MemberShares } from "./member-shares.tsx";
import { RelationshipFigures } from "./relationship-figures.tsx";
import { SupportChart } from "./support-chart.tsx";
import type { SupportSearch } from "./support-search.ts";
import styles from "./support-screen.module.css";
import { WeekTable } from "./week-table.tsx";

/** How the support of an account has moved, and what every person adds to it. */
export const SupportScreen = () => {
  const { accountId } = useParams({ from: "/workspace/accounts/$accountId/support" });
  const { t } = useTranslation();
  const [{ project }, setSearch] = useAddressState<SupportSearch>();
  const input = { params: { accountId }, query: { projectId: project } };
  const found = useAnswer(relationships.get, input);
  const weeks = useAnswer(relationships.weeks, input);
  if (isProblem(found.error, "account.not_found"))
    return (
      <EmptyState
        isScreen
        title={t("relationship.notFound")}
        words={found.error.words}
        action={<Link to="/accounts">{t("accountPage.toAccounts")}</Link>}
      />
    );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const relationship = found.data;
  if (!relationship) return <LoadingScreen />;
  const { account, projects, summary, today } = relationship;
  return (
    <Screen>
      <PageHeader
        title={account.name}
        tabTitle={t("relationship.supportTitle", { account: account.name })}
        lead={<ReasonText reason={summary.judgement} />}
        actions={
          projects.length > 0 && (
            <Select
              aria-label={t("relationship.project")}
              style={{ minWidth: 180 }}
              value={project ?? ""}
              options={[
                { value: "", label: t("relationship.wholeAccount") },
                ...projects.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(next: string) => setSearch({ project: next === "" ? undefined : next })}
            />
          )
        }
      />
      <AccountTabs accountId={accountId} />
      <div className={styles["parts"]}>
        {summary.members > 0 && <RelationshipFigures summary={summary} />}
        {summary.next !== null && (
          <p>
            <strong>{t("relationship.next")}</strong>
            {" · "}
            <ReasonText reason={summary.next.reason} />
          </p>
        )}
        <section aria-labelledby="support-weeks">
          <h2 id="support-weeks">{t("relationship.chart.title")}</h2>
          {weeks.isError && !weeks.data && (
            <ErrorState error={weeks.error} onRetry={() => void weeks.refetch()} />
          )}
          {weeks.data && (
            <>
              <SupportChart weeks={weeks.data.weeks} summary={summary} today={today} />
              <WeekTable weeks={weeks.data.weeks} />
            </>
          )}
        </section>
        <section aria-labelledby="support-members">
          <h2 id="support-members">{t("relationship.members")}</h2>
          {relationship.memberShares !== null && relationship.memberShares.length > 0 && (
            <p className="muted">{t("relationship.membersAbout")}</p>
          )}
          <MemberShares relationship={relationship} today={today} />
        </section>
      </div>
    </Screen>
  );
};
