import type { SignalView } from "@mainstay/contract/signal";
import type { TodayView } from "@mainstay/contract/today";
import { today } from "@mainstay/contract/today";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { isDemoComing } from "../../lib/demo-note.ts";
import { DaysPanel } from "../day/days-panel.tsx";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { SignalDialogs } from "../signal/signal-dialogs.tsx";
import { SignalRow } from "../signal/signal-row.tsx";
import { MyTasks } from "./my-tasks.tsx";
import { TodayEmpty } from "./today-empty.tsx";
import { TodayFilters } from "./today-filters.tsx";
import { TodayHeadline } from "./today-headline.tsx";
import type { TodaySearch } from "./today-search.ts";
import { useSignalKeys } from "./signal-keys.ts";
import styles from "./today-screen.module.css";

const MoversPanel = lazy(() =>
  withLaterWords(() =>
    import("../relationship/movers-panel.tsx").then((m) => ({ default: m.MoversPanel })),
  ),
);

const isJudging = (view: TodayView | undefined) =>
  view?.lastRun?.status === "queued" || view?.lastRun?.status === "running";

/** Looks again soon while something is on its way, else every minute. */
const pollingPace = (view: TodayView | undefined) =>
  view === undefined || isJudging(view) || (view.holdings.orderDays === 0 && isDemoComing())
    ? 1_500
    : 60_000;

/** Whom to contact, why, with what: the signals by money at stake, and what is mine to do. */
export const TodayScreen = () => {
  const { t } = useTranslation();
  const [search] = useAddressState<TodaySearch>();
  const { kind, severity, status, owner } = search;
  const found = usePagedAnswer(
    today.get,
    { query: { kind, severity, status, ownerUserId: owner as "me" | undefined } },
    { refetchInterval: pollingPace },
  );
  const pages = found.data?.pages ?? [];
  const rows = pages.flatMap((page) => page.signals);
  const [openId, setOpen] = useState<{ kind: SignalDialogKind; signal: SignalView } | null>(null);
  // An act may have changed the signal while its drawer is open: show its newest state.
  const open = openId && {
    kind: openId.kind,
    signal: rows.find((row) => row.id === openId.signal.id) ?? openId.signal,
  };
  const active = useSignalKeys(rows, setOpen, open !== null);
  if (found.isError && pages.length === 0)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const first = pages[0];
  if (first === undefined) return <LoadingScreen />;
  const isFiltered = Boolean(kind || severity || status || owner);
  return (
    <Screen>
      <TodayHeadline view={first} isJudging={isJudging(first)} />
      <div className={styles["columns"]}>
        <section aria-label={t("today.signals")} className={styles["signals"]}>
          {(first.headline.signals > 0 || isFiltered) && (
            <TodayFilters search={search} owners={first.owners} total={first.total} />
          )}
          {rows.length === 0 ? (
            <TodayEmpty view={first} isFiltered={isFiltered} />
          ) : (
            <div className={styles["list"]} aria-busy={found.isPlaceholderData}>
              {rows.map((signal, index) => (
                <SignalRow
                  key={signal.id}
                  signal={signal}
                  today={first.today}
                  currency={first.baseCurrency}
                  isActive={index === active}
                  onDialog={(dialog) => setOpen({ kind: dialog, signal })}
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
          {rows.length > 0 && <p className={styles["keys"]}>{t("today.keys")}</p>}
        </section>
        <div className={styles["tasks"]}>
          <MyTasks items={first.tasks} today={first.today} />
          <DaysPanel />
          <Suspense>
            <MoversPanel />
          </Suspense>
        </div>
      </div>
      <SignalDialogs
        open={open}
        today={first.today}
        currency={first.baseCurrency}
        onClose={() => setOpen(null)}
        onDialog={(dialog) => open && setOpen({ kind: dialog, signal: open.signal })}
      />
    </Screen>
  );
};
