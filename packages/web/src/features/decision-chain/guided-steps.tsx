import type { GuidedAnswer, GuidedQuestion } from "@mainstay/domain/guided/guided-question";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import styles from "./guided-dialog.module.css";
import type { GuidedSubject } from "./question-words.ts";
import { useQuestionWords } from "./question-words.ts";

/** One question at a time: a click or the key of its number answers it and brings the next; backspace goes back. */
export const GuidedSteps = ({
  subject,
  questions,
  answers,
  step,
  onAnswer,
  onBack,
}: {
  subject: GuidedSubject;
  questions: readonly GuidedQuestion[];
  answers: readonly GuidedAnswer[];
  step: number;
  onAnswer: (answer: GuidedAnswer) => void;
  onBack: () => void;
}) => {
  const { t } = useTranslation();
  const words = useQuestionWords(subject);
  const list = useRef<HTMLOListElement>(null);
  const question = questions[step];
  useEffect(() => {
    list.current?.querySelector("button")?.focus();
  }, [step]);
  if (!question) return null;
  const chosen = answers.find((given) => given.question === question.id)?.answer;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const answer = question.answers[Number(event.key) - 1];
    if (answer !== undefined) onAnswer({ question: question.id, answer });
    else if (event.key === "Backspace" && step > 0) onBack();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") moveFocus(list.current, event);
    else return;
    event.preventDefault();
  };
  return (
    <div onKeyDown={onKeyDown}>
      <div className={styles["progress"]}>
        <span>{t("chain.guided.step", { step: step + 1, of: questions.length })}</span>
        <span className={styles["keys"]}>{t("chain.guided.keys")}</span>
      </div>
      <p className={styles["question"]} id="guided-question" aria-live="polite">
        {words.ask(question.id)}
      </p>
      <ol ref={list} className={styles["answers"]} aria-labelledby="guided-question">
        {question.answers.map((answer, index) => (
          <li key={answer}>
            <button
              type="button"
              className={styles["answer"]}
              aria-pressed={answer === chosen}
              onClick={() => onAnswer({ question: question.id, answer })}
            >
              <kbd>{index + 1}</kbd>
              <span>{words.answer(question.id, answer)}</span>
            </button>
          </li>
        ))}
      </ol>
      {step > 0 && (
        <Button type="text" size="small" onClick={onBack}>
          {t("chain.guided.back")}
        </Button>
      )}
    </div>
  );
};

const moveFocus = (list: HTMLElement | null, event: React.KeyboardEvent) => {
  const buttons = [...(list?.querySelectorAll("button") ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = at + (event.key === "ArrowDown" ? 1 : -1);
  buttons[(next + buttons.length) % buttons.length]?.focus();
};
