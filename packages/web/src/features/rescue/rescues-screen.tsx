import { rescues } from "@mainstay/contract/rescue";
import { type RescueStatus, rescueStatuses } from "@mainstay/domain/rescue/rescue-kind";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { useMoneyText } from "../../components/money.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { RescueCard } from "./rescue-card.tsx";
import styles from "./rescue.module.css";
import { ResultsPanel } from "./results-panel.tsx";

/** Every rescue in sight with what came of it: what worked, and the loss avoided. */
export const RescuesScreen = () => {
  const { t } = useTranslation();
  const { today } = useSession().workspace;
  const [status, setStatus] = useState<RescueStatus | "all">("all");
  const found = usePagedAnswer(rescues.list, {
    query: status === "all" ? { limit: 20 } : { status, limit: 20 },
  });
  const results = useAnswer(rescues.results, {});
  const moneyText = useMoneyText();
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const headline = (sums: typeof results.data): string => {
    if (sums === undefined || items.length === 0) return t("rescue.title");
    const avoided = moneyText(sums.avoidedLossMinor, sums.baseCurrency);
    return sums.running === 0
      ? t("rescue.headlineNone", { avoided })
      : t("rescue.headline", { count: sums.running, avoided });
  };
  return (
    <Screen>
      <PageHeader
        tabTitle={t("rescue.title")}
        title={headline(results.data)}
        lead={t("rescue.listLead")}
      />
      <ResultsPanel />
      <div className={styles["filters"]}>
        <Segmented
          aria-label={t("rescue.title")}
          value={status}
          onChange={(next) => setStatus(next as RescueStatus | "all")}
          options={[
            { value: "all", label: t("rescue.all") },
            ...rescueStatuses.map((value) => ({ value, label: t(`rescue.status.${value}`) })),
          ]}
        />
      </div>
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <RowSkeleton rows={3} />
      ) : items.length === 0 ? (
        <EmptyState title={t("rescue.noneList")} words={t("rescue.noneListWords")} />
      ) : (
        <div className={styles["list"]}>
          {items.map((rescue) => (
            <RescueCard key={rescue.id} rescue={rescue} today={today} showAccount />
          ))}
        </div>
      )}
      {found.hasNextPage && (
        <Button type="text" size="small" onClick={() => void found.fetchNextPage()}>
          {t("app.moreRows")}
        </Button>
      )}
    </Screen>
  );
};
