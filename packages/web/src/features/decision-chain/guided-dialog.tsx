import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import type { GuidedAnswer, GuidedQuestion } from "@mainstay/domain/guided/guided-question";
import { Button, Modal } from "antd";
import type { ReactNode } from "react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { GuidedSteps } from "./guided-steps.tsx";
import { GuidedVerdict, isVerdictWhole, type Verdict } from "./guided-verdict.tsx";
import type { GuidedSubject } from "./question-words.ts";

export interface GivenVerdict<Value> extends Verdict<Value> {
  readonly value: Value;
  readonly answers: readonly GuidedAnswer[];
}

/** A judgement in well under a minute: a few plain questions, one a step, then what they speak for, to be kept or changed. */
export const GuidedDialog = <Value extends string | number>({
  title,
  subject,
  questions,
  suggest,
  options,
  show,
  today,
  project,
  isSaving,
  error,
  onSave,
  onClose,
}: {
  title: string;
  subject: GuidedSubject;
  questions: readonly GuidedQuestion[];
  suggest: (answers: readonly GuidedAnswer[]) => Value | null;
  options: readonly Value[];
  show: (value: Value) => ReactNode;
  today: IsoDay;
  project: { id: string; name: string } | null;
  isSaving: boolean;
  error: unknown;
  onSave: (given: GivenVerdict<Value>) => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [step, setStep] = useState(0);
  const [answers, setAnswers] = useState<readonly GuidedAnswer[]>([]);
  const [verdict, setVerdict] = useState<Verdict<Value>>({
    value: null,
    evidence: "",
    assessedOn: today,
    projectId: project?.id ?? null,
  });
  const suggested = suggest(answers);
  const isAsked = step >= questions.length;
  const answer = (given: GuidedAnswer) => {
    const all = [...answers.filter(({ question }) => question !== given.question), given];
    setAnswers(all);
    setStep(step + 1);
    setVerdict({ ...verdict, value: suggest(all) });
  };
  const { value } = verdict;
  return (
    <Modal
      open
      title={title}
      width={480}
      onCancel={onClose}
      footer={
        isAsked && [
          <Button key="back" onClick={() => setStep(questions.length - 1)}>
            {t("chain.guided.back")}
          </Button>,
          <Button
            key="save"
            type="primary"
            autoFocus={suggested !== null}
            loading={isSaving}
            disabled={!isVerdictWhole(verdict, suggested)}
            onClick={() => value !== null && onSave({ ...verdict, value, answers })}
          >
            {t("chain.guided.save")}
          </Button>,
        ]
      }
    >
      {isAsked ? (
        <GuidedVerdict
          {...{ verdict, suggested, options, show, today, project }}
          onChange={(changed) => setVerdict({ ...verdict, ...changed })}
        />
      ) : (
        <GuidedSteps
          {...{ subject, questions, answers, step }}
          onAnswer={answer}
          onBack={() => setStep(step - 1)}
        />
      )}
      <FormProblem error={error} />
    </Modal>
  );
};
