import type { SignalView } from "@mainstay/contract/signal";
import type { TodayItem, TodayView } from "@mainstay/contract/today";
import { Suspense, lazy } from "react";
import { useTranslation } from "react-i18next";
import { Skeleton } from "../../components/skeleton.tsx";
import type { SignalDialogKind } from "../signal/signal-dialogs.tsx";
import { SignalRow } from "../signal/signal-row.tsx";
import { loadOtherRow } from "./load-other-row.ts";
import { type KeyedRow, useTodayKeys } from "./use-today-keys.ts";
import styles from "./today-screen.module.css";

const OtherRow = lazy(loadOtherRow);

type OtherItem = Exclude<TodayItem, { kind: "signal" }>;

/** The customer an item is about; null where it is about none. */
const accountOf = (item: OtherItem): { id: string; name: string } | null => {
  if (item.kind === "case") return item.case.account;
  if (item.kind === "promise") return item.promise.account;
  if (item.kind === "inspection") return null;
  if (item.kind === "handover") return item.handover.account;
  if (item.kind === "approval") return item.approval.account;
  if (item.kind === "obligation") return item.obligation.account;
  if (item.kind === "task") return item.task.account;
  return item.day.account;
};

const keyed = (item: TodayItem): KeyedRow =>
  item.kind === "signal"
    ? {
        elementId: `signal-${item.signal.id}`,
        accountId: item.signal.account.id,
        signal: item.signal,
      }
    : { elementId: `today-${item.key}`, accountId: accountOf(item)?.id ?? null, signal: null };

/** Everything that needs somebody in one order: signals, handovers, approvals, obligations, tasks, days. */
export const TodayList = ({
  view,
  items,
  isBusy,
  isAway,
  onDialog,
}: {
  view: TodayView;
  items: readonly TodayItem[];
  isBusy: boolean;
  isAway: boolean;
  onDialog: (open: { kind: SignalDialogKind; signal: SignalView }) => void;
}) => {
  const { t } = useTranslation();
  const active = useTodayKeys(items.map(keyed), onDialog, isAway);
  return (
    <>
      <div className={styles["list"]} aria-busy={isBusy}>
        {items.map((item, index) =>
          item.kind === "signal" ? (
            <SignalRow
              key={item.key}
              signal={item.signal}
              others={item.others}
              today={view.today}
              currency={view.baseCurrency}
              isActive={index === active}
              onDialog={(dialog) => onDialog({ kind: dialog, signal: item.signal })}
            />
          ) : (
            <Suspense
              key={item.key}
              fallback={
                <div className={styles["waiting"]}>
                  <Skeleton lines={2} />
                </div>
              }
            >
              <OtherRow
                item={item}
                account={accountOf(item)}
                view={view}
                isActive={index === active}
              />
            </Suspense>
          ),
        )}
      </div>
      <p className={styles["keys"]}>{t("today.keys")}</p>
    </>
  );
};
