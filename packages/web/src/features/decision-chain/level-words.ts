import type { PairLevel } from "@mainstay/domain/pair-level/pair-level";
import { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import { useTranslation } from "react-i18next";

/** The name of a step: the workspace's own, or the usual word. */
export const useLevelWords = (names: readonly (string | null)[]) => {
  const { t } = useTranslation();
  return (level: PairLevel): string => {
    const key = pairLevelNames[level - 1];
    return names[level - 1] ?? (key === undefined ? String(level) : t(`glossary.pairLevel.${key}`));
  };
};
