import type { GuidedAnswer } from "@mainstay/domain/guided/guided-question";
import { useTranslation } from "react-i18next";
import styles from "./person-standing.module.css";
import { type GuidedSubject, useQuestionWords } from "./question-words.ts";

/** The answers a judgement rests on, folded away until somebody wants to see them. */
export const GivenAnswers = ({
  subject,
  answers,
}: {
  subject: GuidedSubject;
  answers: readonly GuidedAnswer[];
}) => {
  const { t } = useTranslation();
  const words = useQuestionWords(subject);
  if (answers.length === 0) return null;
  const [first] = answers;
  if (first?.question === "rank") return <p>{words.answer("rank", first.answer)}</p>;
  return (
    <details className={styles["answers"]}>
      <summary>{t("chain.guided.answers")}</summary>
      <dl>
        {answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{words.ask(question)}</dt>
            <dd>{words.answer(question, answer)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
};
