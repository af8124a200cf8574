import type { SignalView } from "@mainstay/contract/signal";
import { type TodayView, today } from "@mainstay/contract/today";
import { Button } from "antd";
import { Suspense, lazy, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { Screen } from "../../components/page-header.tsx";
import { LoadingScreen, Skeleton } from "../../components/skeleton.tsx";
import { isDemoComing } from "../../lib/demo-note.ts";
import { usePagedAnswer } from "../../lib/paged-answer.ts";
import { useMay } from "../../lib/session.ts";
import { useAddressState } from "../../lib/table-state.ts";
import { withLaterWords } from "../../lib/voice.ts";
import { DaysPanel } from "../day/days-panel.tsx";
import { SignalDialogs, type SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { AddTaskButton } from "./add-task-button.tsx";
import { loadOtherRow } from "./load-other-row.ts";
import { TodayEmpty } from "./today-empty.tsx";
import { TodayHeadline } from "./today-headline.tsx";
import { TodayList } from "./today-list.tsx";
import type { TodaySearch } from "./today-search.ts";
import { TodayTabs } from "./today-tabs.tsx";
import styles from "./today-screen.module.css";

const MoversPanel = lazy(() =>
  withLaterWords(() =>
    import("../relationship/movers-panel.tsx").then((m) => ({ default: m.MoversPanel })),
  ),
);
const QuickLogBar = lazy(() =>
  withLaterWords(() =>
    import("../quick-log/quick-log-bar.tsx").then((m) => ({ default: m.QuickLogBar })),
  ),
);
const SignalList = lazy(() => import("./signal-list.tsx").then((m) => ({ default: m.SignalList })));
const RolePanel = lazy(() =>
  withLaterWords(() => import("./role-panel.tsx").then((m) => ({ default: m.RolePanel }))),
);

const isJudging = (view: TodayView | undefined) =>
  view?.lastRun?.status === "queued" || view?.lastRun?.status === "running";

/** Looks again soon while something is on its way, else every minute. */
const pollingPace = (view: TodayView | undefined) =>
  view === undefined || isJudging(view) || (view.holdings.orderDays === 0 && isDemoComing())
    ? 1_500
    : 60_000;

/** Whom to contact, why, with what: everything that needs somebody, the most urgent first. */
export const TodayScreen = () => {
  const { t } = useTranslation();
  const [search] = useAddressState<TodaySearch>();
  useEffect(() => void loadOtherRow(), []);
  const { show } = search;
  const mayLog = useMay("interaction.log");
  const whose = search.whose as "me" | undefined;
  const query = { ...(whose && { whose }), ...(show && { show: [show] }) };
  const found = usePagedAnswer(today.get, { query }, { refetchInterval: pollingPace });
  const pages = found.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const [openId, setOpen] = useState<{ kind: SignalDialogKind; signal: SignalView } | null>(null);
  // An act may have changed the signal while its drawer is open: show its newest state.
  const newest = items.flatMap((item) => (item.kind === "signal" ? [item.signal] : []));
  const open = openId && {
    kind: openId.kind,
    signal: newest.find((signal) => signal.id === openId.signal.id) ?? openId.signal,
  };
  if (found.isError && pages.length === 0)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  const first = pages[0];
  if (first === undefined) return <LoadingScreen />;
  const isAway = open !== null;
  return (
    <Screen>
      <TodayHeadline view={first} isJudging={isJudging(first)} />
      {mayLog && (
        <div className={styles["log"]}>
          <Suspense fallback={<Skeleton lines={1} />}>
            <QuickLogBar today={first.today} />
          </Suspense>
        </div>
      )}
      <div className={styles["columns"]}>
        <section aria-label={t("today.todo")} className={styles["signals"]}>
          <TodayTabs view={first} search={search} />
          {show === "signal" ? (
            <Suspense fallback={<Skeleton lines={6} />}>
              <SignalList view={first} search={search} isAway={isAway} onDialog={setOpen} />
            </Suspense>
          ) : items.length === 0 ? (
            <TodayEmpty view={first} isFiltered={show !== undefined} />
          ) : (
            <TodayList
              view={first}
              items={items}
              isBusy={found.isPlaceholderData}
              isAway={isAway}
              onDialog={setOpen}
            />
          )}
          {show !== "signal" && found.hasNextPage && (
            <Button
              block
              type="text"
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t("app.moreRows")}
            </Button>
          )}
        </section>
        <div className={styles["aside"]}>
          <AddTaskButton today={first.today} />
          <Suspense>
            <RolePanel />
          </Suspense>
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
