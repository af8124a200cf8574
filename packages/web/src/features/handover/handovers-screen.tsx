import { handovers } from "@mainstay/contract/handover";
import { keepPreviousData } from "@tanstack/react-query";
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { HandoverRow } from "./handover-row.tsx";
import { type HandoverSearch, handoverStates } from "./handover-search.ts";
import styles from "./handover.module.css";
import { useNow } from "./use-now.ts";

/** 交接: how many are past their 24 hours and whose, then each with its clock, the most overdue first. */
export const HandoversScreen = () => {
  const { t } = useTranslation();
  const now = useNow();
  const [search, change] = useAddressState<HandoverSearch>();
  const state = search.state ?? "running";
  const whose = search.whose ?? "all";
  const found = useAnswer(
    handovers.list,
    { query: { state, whose, limit: 100 } },
    { placeholderData: keepPreviousData, refetchInterval: 60_000 },
  );
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const { items, running, overdue, unassigned } = found.data;
  const headline =
    overdue > 0
      ? t("handover.summary.overdue", { count: overdue })
      : running > 0
        ? t("handover.summary.running", { count: running })
        : t("handover.summary.none");
  return (
    <Screen>
      <PageHeader
        tabTitle={t("handover.title")}
        title={headline}
        lead={
          unassigned > 0
            ? t("handover.summary.unassigned", { count: unassigned })
            : t("handover.lead")
        }
      />
      <div className={styles["filters"]} role="group" aria-label={t("app.filters")}>
        <Segmented
          aria-label={t("handover.columns.clock")}
          value={state}
          options={handoverStates.map((one) => ({ value: one, label: t(`handover.state.${one}`) }))}
          onChange={(next) =>
            change({ state: next === "running" ? undefined : next } as HandoverSearch)
          }
        />
        <Segmented
          aria-label={t("handover.columns.who")}
          value={whose}
          options={(["all", "mine"] as const).map((one) => ({
            value: one,
            label: t(`handover.whose.${one}`),
          }))}
          onChange={(next) =>
            change({ whose: next === "mine" ? "mine" : undefined } as HandoverSearch)
          }
        />
      </div>
      {items.length === 0 ? (
        <EmptyState title={t(`handover.empty.${state}`)} />
      ) : (
        <div className={styles["list"]} aria-busy={found.isPlaceholderData}>
          {items.map((handover) => (
            <HandoverRow key={handover.id} handover={handover} now={now} />
          ))}
        </div>
      )}
    </Screen>
  );
};
