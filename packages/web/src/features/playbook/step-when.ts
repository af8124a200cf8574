import type { PlaybookStepShape } from "@mainstay/contract/playbook";
import type { BothWords } from "@mainstay/domain/playbook/playbook-step";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** The reader's language of words that stand in both; the other one where it is still empty. */
export const useInLanguage = (): ((words: BothWords | undefined) => string) => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  return (words) => {
    const [own, other] = locale === "en" ? [words?.en, words?.zh] : [words?.zh, words?.en];
    return own?.trim() || other?.trim() || t("playbook.untitled");
  };
};

/** When a step is due, in words. */
export const useStepWhen = (
  steps: readonly PlaybookStepShape[],
): ((step: PlaybookStepShape) => string) => {
  const { t } = useTranslation();
  const tell = useInLanguage();
  return ({ after, offset, repeat }) => {
    const waited = steps.find(({ key }) => key === after);
    const step = waited ? tell(waited.title) : (after ?? "");
    const count = Math.abs(offset);
    const first =
      after !== null
        ? offset === 0
          ? t("playbook.whenAfterDay", { step })
          : t("playbook.whenAfter", { count, step })
        : offset === 0
          ? t("playbook.whenStartDay")
          : t(offset < 0 ? "playbook.whenBefore" : "playbook.whenStart", { count });
    return repeat === null
      ? first
      : `${first} · ${t("playbook.repeat", { every: repeat.every, count: repeat.times })}`;
  };
};
