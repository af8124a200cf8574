import type { SignalView } from "@mainstay/contract/signal";
import type { SignalOutcome, SignalStatus } from "@mainstay/domain/signal/signal-kind";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { useAskConflict } from "../../components/ask-conflict.tsx";
import { spokenLocale } from "../../lib/preferences.ts";

/** What somebody wanted a signal to become. */
export interface SignalWish {
  readonly status?: SignalStatus;
  readonly outcome?: SignalOutcome;
  /** Snoozed until this day. */
  readonly until?: string;
  readonly ownerName?: string;
}

/** Shows a signal as a colleague has just left it beside what the reader wanted; answers whether the reader insists. */
export const useSignalConflict = () => {
  const { t } = useTranslation();
  const ask = useAskConflict();
  const state = (
    status: SignalStatus,
    outcome: SignalOutcome | null = null,
    until: string | null = null,
  ) =>
    [
      t(`glossary.signalStatus.${status}`),
      ...(outcome === null ? [] : [t(`glossary.outcome.${outcome}`)]),
      ...(until === null ? [] : [formatDay(until, spokenLocale())]),
    ].join(" · ");
  return (theirs: SignalView, wish: SignalWish): Promise<boolean> => {
    const owner = theirs.owner?.name ?? t("app.nobody");
    const saved = state(theirs.status, theirs.outcome, theirs.snoozedUntil);
    const fields = [
      {
        label: t("today.view"),
        theirs: saved,
        mine: wish.status === undefined ? saved : state(wish.status, wish.outcome, wish.until),
      },
      { label: t("signal.assign"), theirs: owner, mine: wish.ownerName ?? owner },
    ];
    // Both wanted the same: nothing to choose.
    if (fields.every(({ mine, theirs: other }) => mine === other)) return Promise.resolve(false);
    return ask(theirs.account.name, fields);
  };
};
