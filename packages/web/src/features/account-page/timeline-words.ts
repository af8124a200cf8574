import type { AccountPage } from "@mainstay/contract/account-page";
import type { Segment } from "@mainstay/domain/account/segment";
import type { SignalOutcome } from "@mainstay/domain/signal/signal-kind";
import { useTranslation } from "react-i18next";
import { useReasonWords } from "../../lib/reason-words.ts";

type Item = AccountPage["timeline"][number];

/** What an item of the timeline says: its reason as a sentence, else what somebody wrote. */
export const useTimelineWords = (): ((item: Item) => string) => {
  const { t } = useTranslation();
  const reasonWords = useReasonWords();
  return ({ kind, reason, text }) => {
    const said = text ?? "";
    if (kind === "segment_move") {
      const { from, to } = (reason?.params ?? {}) as { from?: Segment | null; to?: Segment };
      if (to === undefined) return said;
      const segment = t(`glossary.segment.${to}`);
      return from === null || from === undefined
        ? t("accountPage.standing.first", { to: segment })
        : t("accountPage.standing.moved", { from: t(`glossary.segment.${from}`), to: segment });
    }
    if (kind === "signal_resolved") {
      const outcome = reason?.code.replace("outcome.", "") as SignalOutcome;
      return [t(`glossary.outcome.${outcome}`), said].filter(Boolean).join(" · ");
    }
    return reason === null ? said : reasonWords(reason);
  };
};
