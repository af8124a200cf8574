import type { LoopView } from "@mainstay/contract/feedback-loop";
import { wordsIn } from "@mainstay/domain/survey/frozen-question";
import { useTranslation } from "react-i18next";
import { usePreferences } from "../../lib/preferences.ts";

/** What a loop is about, in the reader's language: the question and its row, and the scores on their own scale. */
export const useLoopWords = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const language = locale === "en" ? "en" : "zh";
  return {
    question: ({ question, row }: Pick<LoopView, "question" | "row">): string =>
      question === null
        ? t("feedbackLoop.byCall")
        : [wordsIn(question, language), row && wordsIn(row, language)].filter(Boolean).join(" · "),
    score: ({ scale, scoreBefore, scoreAfter }: LoopView): string => {
      if (scale === null || scoreBefore === null) return "";
      const score =
        scoreAfter === null
          ? String(scoreBefore)
          : t("feedbackLoop.change", { before: scoreBefore, after: scoreAfter });
      return `${t(`feedbackLoop.scale.${scale}`)} ${t(`feedbackLoop.scoreOf.${scale}`, { score })}`;
    },
  };
};
