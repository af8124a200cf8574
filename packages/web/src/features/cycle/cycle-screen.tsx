import { lifecycles } from "@mainstay/contract/lifecycle";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen, RowSkeleton } from "../../components/skeleton.tsx";
import { isProblem } from "../../lib/problem.ts";
import { useAnswer } from "../../lib/query.ts";
import { AccountTabs } from "../relationship/account-tabs.tsx";
import { cycleSections } from "./cycle-sections.ts";
import styles from "./cycle-screen.module.css";

/** The cycle of one account: the stage of its life with us, how it is, what it is owed, who looks after it, what changes. */
export const CycleScreen = () => {
  const { accountId } = useParams({ from: "/workspace/accounts/$accountId/cycle" });
  const { t } = useTranslation();
  const found = useAnswer(lifecycles.get, { params: { accountId } });
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
  if (!found.data) return <LoadingScreen />;
  const { account } = found.data;
  return (
    <Screen>
      <PageHeader
        title={account.name}
        tabTitle={t("cycle.title", { account: account.name })}
        lead={t("cycle.lead")}
      />
      <AccountTabs accountId={accountId} />
      <div className={styles["parts"]}>
        {cycleSections.map(({ name, Section }) => (
          <Suspense key={name} fallback={<RowSkeleton rows={3} />}>
            <Section accountId={accountId} />
          </Suspense>
        ))}
      </div>
    </Screen>
  );
};
