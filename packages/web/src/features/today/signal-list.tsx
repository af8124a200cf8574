import type { SignalView } from "@mainstay/contract/signal";
import { signals } from "@mainstay/contract/signal";
import type { TodayView } from "@mainstay/contract/today";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { SignalRow } from "../signal/signal-row.tsx";
import { TodayEmpty } from "./today-empty.tsx";
import { TodayFilters } from "./today-filters.tsx";
import type { TodaySearch } from "./today-search.ts";
import { useTodayKeys } from "./use-today-keys.ts";
import styles from "./today-screen.module.css";

/** Signals alone, one by one, most money at stake first, narrowed by state, owner, kind and severity. */
export const SignalList = ({
  view,
  search,
  isAway,
  onDialog,
}: {
  view: TodayView;
  search: TodaySearch;
  isAway: boolean;
  onDialog: (open: { kind: SignalDialogKind; signal: SignalView }) => void;
}) => {
  const { t } = useTranslation();
  const { kind, severity, status, owner } = search;
  // Whose list it is narrows the signals too, unless an owner is asked for.
  const ownerUserId = owner ?? (view.whose === "all" ? undefined : view.whose);
  const found = usePagedAnswer(
    signals.list,
    { query: { kind, severity, status, ownerUserId: ownerUserId as "me" | undefined, limit: 30 } },
    { refetchInterval: () => 60_000 },
  );
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.items);
  const active = useTodayKeys(
    rows.map((signal) => ({
      elementId: `signal-${signal.id}`,
      accountId: signal.account.id,
      signal,
    })),
    onDialog,
    isAway,
  );
  if (found.isError && pages.length === 0)
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const isFiltered = Boolean(kind || severity || status || owner);
  return (
    <>
      <TodayFilters search={search} owners={view.owners} total={pages[0]?.total ?? 0} />
      {pages.length === 0 ? (
        <Skeleton lines={6} />
      ) : rows.length === 0 ? (
        <TodayEmpty view={view} isFiltered={isFiltered} />
      ) : (
        <div className={styles["list"]} aria-busy={found.isPlaceholderData}>
          {rows.map((signal, index) => (
            <SignalRow
              key={signal.id}
              signal={signal}
              today={view.today}
              currency={view.baseCurrency}
              isActive={index === active}
              onDialog={(dialog) => onDialog({ kind: dialog, signal })}
            />
          ))}
        </div>
      )}
      {found.hasNextPage && (
        <Button
          block
          type="text"
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("app.moreRows")}
        </Button>
      )}
    </>
  );
};
