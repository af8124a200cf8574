import { useTranslation } from "react-i18next";

/** What is judged by guided questions. */
export type GuidedSubject = "stance" | "influence" | "style";

/** The words of guided questions and answers, by their ids; the contract's tests keep ids and words together. */
export const useQuestionWords = (subject: GuidedSubject) => {
  const { t } = useTranslation();
  // The ids come from the domain's lists or from kept answers, which are wider than the typed keys.
  const say = t as unknown as (key: string) => string;
  return {
    ask: (question: string) => say(`chain.question.${subject}.${question}.ask`),
    answer: (question: string, answer: string) => {
      const ranked = /^(\d+)\/(\d+)$/.exec(answer);
      if (question === "rank" && ranked)
        return t("chain.rankedPlace", { place: Number(ranked[1]), of: Number(ranked[2]) });
      return say(`chain.question.${subject}.${question}.answers.${answer}`);
    },
  };
};
