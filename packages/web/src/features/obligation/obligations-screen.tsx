import { obligations } from "@mainstay/contract/obligation";
import { Link } from "@tanstack/react-router";
import { Button, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { CompliancePanel } from "./compliance-panel.tsx";
import { type ObligationSearch, obligationTabs } from "./obligation-search.ts";
import { WaitingPanel } from "./waiting-panel.tsx";

/** 服务义务: how many are overdue and whose, what to do about each, and how well promises are kept. */
export const ObligationsScreen = () => {
  const { t } = useTranslation();
  const [search, change] = useAddressState<ObligationSearch>();
  const found = useAnswer(obligations.overdue, {});
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const { overdue, overdueAccounts, dueSoon, unowned } = found.data;
  return (
    <Screen>
      <PageHeader
        tabTitle={t("obligation.title")}
        title={
          overdue === 0
            ? t("obligation.headline.none")
            : t("obligation.headline.overdue", { count: overdue })
        }
        lead={[
          ...(overdue > 0 ? [t("obligation.headline.accounts", { count: overdueAccounts })] : []),
          ...(dueSoon > 0 ? [t("obligation.headline.soon", { count: dueSoon })] : []),
          ...(unowned > 0 ? [t("obligation.headline.unowned", { count: unowned })] : []),
          ...(overdue + dueSoon === 0 ? [t("obligation.about")] : []),
        ].join(" · ")}
        actions={
          <Link to="/settings/service-policy">
            <Button>{t("obligation.seePolicy")}</Button>
          </Link>
        }
      />
      <Tabs
        activeKey={search.tab ?? "waiting"}
        onChange={(tab) =>
          change({ tab: tab === "waiting" ? undefined : (tab as "compliance"), group: undefined })
        }
        items={obligationTabs.map((tab) => ({
          key: tab,
          label: t(`obligation.tab.${tab}`),
          children: tab === "waiting" ? <WaitingPanel found={found.data} /> : <CompliancePanel />,
        }))}
      />
    </Screen>
  );
};
