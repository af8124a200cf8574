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
import { isProblem } from "../../lib/problem.ts";
import type { SignalWish } from "./signal-conflict.ts";
import { useSignalConflict } from "./signal-conflict.ts";

type Outcome = "saved" | "lost" | "false_alarm";
type SignalAt = { params: { signalId: string }; ifMatch: number };

const stale = [today, signals, accountPage].flatMap((noun) => Object.values(noun));

/** Shows the new state at once on Today; a row that no longer belongs to the working list leaves it. */
const showStatus = (signal: SignalView, status: SignalStatus) =>
  changeKept<KeptPages<TodayView>>(today.get.id, (kept) => ({
    ...kept,
    pages: kept.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) => {
        if (item.kind !== "signal" || item.signal.id !== signal.id) return [item];
        const leaves = status === "resolved" || status === "snoozed";
        return leaves ? [] : [{ ...item, signal: { ...item.signal, status } }];
      }),
    })),
  }));

/**
 * What people do with a signal. Each act shows at once, is taken back when the server refuses, and offers its way
 * back where there is one. When a colleague was faster, the reader sees both versions and chooses.
 */
export const useSignalActs = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const askConflict = useSignalConflict();

  const perform = async (
    signal: SignalView,
    wish: SignalWish,
    send: (at: SignalAt) => Promise<SignalView>,
    words: string,
    undo?: (changed: SignalView) => void,
  ): Promise<void> => {
    const restore = showStatus(signal, wish.status ?? signal.status);
    try {
      const changed = await send({ params: { signalId: signal.id }, ifMatch: signal.version });
      notice.done(words, undo && (() => undo(changed)));
    } catch (error) {
      restore();
      if (!isProblem(error, "request.version_conflict")) notice.refused(error);
      else {
        const theirs = await call(signals.get, { params: { signalId: signal.id } });
        await refreshKept(...stale);
        if (await askConflict(theirs, wish)) return perform(theirs, wish, send, words, undo);
      }
    }
    await refreshKept(...stale);
  };

  const acknowledge = (signal: SignalView) =>
    perform(
      signal,
      { status: "acknowledged" },
      (at) => call(signals.acknowledge, at),
      t("signal.acknowledged"),
    );
  const wake = (signal: SignalView) =>
    perform(signal, { status: "open" }, (at) => call(signals.wake, at), t("signal.woken"));
  const reopen = (signal: SignalView) =>
    perform(signal, { status: "open" }, (at) => call(signals.reopen, at), t("signal.reopened"));
  const snooze = (signal: SignalView, until: string) =>
    perform(
      signal,
      { status: "snoozed", until },
      (at) => call(signals.snooze, { ...at, body: { until } }),
      t("signal.snoozed", { on: formatDay(until, spokenLocale()) }),
      (changed) => void wake(changed),
    );
  const resolve = (signal: SignalView, outcome: Outcome, note: string, moneyMinor: number | null) =>
    perform(
      signal,
      { status: "resolved", outcome },
      (at) =>
        call(signals.resolve, {
          ...at,
          body: {
            outcome,
            ...(note.trim() !== "" && { note }),
            ...(moneyMinor !== null && { moneyMinor }),
          },
        }),
      t("signal.resolved", { outcome: t(`glossary.outcome.${outcome}`) }),
      (changed) => void reopen(changed),
    );
  const assign = (signal: SignalView, ownerUserId: string | null, ownerName: string | null) =>
    perform(
      signal,
      { ownerName: ownerName ?? t("app.nobody") },
      (at) => call(signals.assign, { ...at, body: { ownerUserId } }),
      t("signal.assigned"),
    );
  return { acknowledge, wake, reopen, snooze, resolve, assign };
};
