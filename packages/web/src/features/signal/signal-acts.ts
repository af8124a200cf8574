import { accountPage } from "@mainstay/contract/account-page";
import type { SignalView } from "@mainstay/contract/signal";
import { signals } from "@mainstay/contract/signal";
import type { TodayView } from "@mainstay/contract/today";
import { today } from "@mainstay/contract/today";
import type { SignalStatus } from "@mainstay/domain/signal/signal-kind";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { changeKept, refreshKept } from "../../lib/optimistic.ts";
import type { KeptPages } from "../../lib/paged-answer.ts";
import { spokenLocale } from "../../lib/preferences.ts";

type Outcome = "saved" | "lost" | "false_alarm";

const stale = [today, signals, accountPage].flatMap((noun) => Object.values(noun));

/** Shows the new state at once on Today; a row that no longer belongs to the working list leaves it. */
const showStatus = (signal: SignalView, status: SignalStatus) =>
  changeKept<KeptPages<TodayView>>(today.get.id, (kept) => ({
    ...kept,
    pages: kept.pages.map((page) => ({
      ...page,
      signals: page.signals.flatMap((row) => {
        if (row.id !== signal.id) return [row];
        const leaves = status === "resolved" || status === "snoozed";
        return leaves && row.status !== "resolved" && row.status !== "snoozed"
          ? []
          : [{ ...row, status }];
      }),
    })),
  }));

/**
 * What people do with a signal. Each act shows at once, is taken back when the server refuses, and offers its way
 * back where there is one.
 */
export const useSignalActs = () => {
  const { t } = useTranslation();
  const notice = useNotice();

  const perform = async (
    signal: SignalView,
    status: SignalStatus,
    send: () => Promise<SignalView>,
    words: string,
    undo?: (changed: SignalView) => void,
  ) => {
    const restore = showStatus(signal, status);
    try {
      const changed = await send();
      notice.done(words, undo && (() => undo(changed)));
    } catch (error) {
      restore();
      notice.refused(error);
    }
    await refreshKept(...stale);
  };
  const at = (signal: SignalView) => ({
    params: { signalId: signal.id },
    ifMatch: signal.version,
  });

  const acknowledge = (signal: SignalView) =>
    perform(
      signal,
      "acknowledged",
      () => call(signals.acknowledge, at(signal)),
      t("signal.acknowledged"),
    );
  const wake = (signal: SignalView) =>
    perform(signal, "open", () => call(signals.wake, at(signal)), t("signal.woken"));
  const reopen = (signal: SignalView) =>
    perform(signal, "open", () => call(signals.reopen, at(signal)), t("signal.reopened"));
  const snooze = (signal: SignalView, until: string) =>
    perform(
      signal,
      "snoozed",
      () => call(signals.snooze, { ...at(signal), body: { until } }),
      t("signal.snoozed", { on: formatDay(until, spokenLocale()) }),
      (changed) => void wake(changed),
    );
  const resolve = (signal: SignalView, outcome: Outcome, note: string) =>
    perform(
      signal,
      "resolved",
      () =>
        call(signals.resolve, {
          ...at(signal),
          body: { outcome, ...(note.trim() !== "" && { note }) },
        }),
      t("signal.resolved", { outcome: t(`glossary.outcome.${outcome}`) }),
      (changed) => void reopen(changed),
    );
  const assign = (signal: SignalView, ownerUserId: string | null) =>
    perform(
      signal,
      signal.status,
      () => call(signals.assign, { ...at(signal), body: { ownerUserId } }),
      t("signal.assigned"),
    );
  return { acknowledge, wake, reopen, snooze, resolve, assign };
};
