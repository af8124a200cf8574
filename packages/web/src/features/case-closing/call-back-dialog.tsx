import { caseClosings } from "@mainstay/contract/case-closing";
import { closingWordsAtMost, verdictOf } from "@mainstay/domain/case-closing/closing-rule";
import { callBackOutcomes } from "@mainstay/domain/case-closing/call-back-rule";
import { Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ScoreRadio } from "./score-radio.tsx";
import { staleAfterClosing } from "./stale-after-closing.ts";

type Outcome = (typeof callBackOutcomes)[number];

/** What a customer said on the telephone, or that nobody was reached. */
export const CallBackDialog = ({ caseId, onClose }: { caseId: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>("reached");
  const [isResolved, setResolved] = useState(true);
  const [score, setScore] = useState<number | null>(null);
  const words = useUnsavedText(`call-back:${caseId}`);
  const save = useAct(caseClosings.callBack, {
    refresh: staleAfterClosing,
    onSuccess: () => {
      words.done();
      onClose();
    },
  });
  const isReached = outcome === "reached";
  const verdict = isReached ? verdictOf({ isResolved, score }) : null;
  return (
    <Modal
      open
      title={t("closing.call.title")}
      okText={t("closing.call.save")}
      okButtonProps={{ disabled: isReached && verdict === null, loading: save.isPending }}
      onOk={() =>
        save.mutate({
          params: { caseId },
          body: {
            outcome,
            words: words.text.trim(),
            ...(isReached && { isResolved, score }),
          },
        })
      }
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("closing.call.outcome")}>
          <Radio.Group
            aria-label={t("closing.call.outcome")}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as Outcome)}
            options={callBackOutcomes.map((value) => ({
              value,
              label: t(`closing.call.${value}`),
            }))}
          />
        </Form.Item>
        {isReached && (
          <>
            <Form.Item label={t("closing.call.resolved")}>
              <Radio.Group
                aria-label={t("closing.call.resolved")}
                value={isResolved}
                onChange={(event) => setResolved(event.target.value as boolean)}
                options={[
                  { value: true, label: t("closing.call.yes") },
                  { value: false, label: t("closing.call.no") },
                ]}
              />
            </Form.Item>
            <Form.Item label={t("closing.call.score")}>
              <ScoreRadio label={t("closing.call.score")} value={score} onChange={setScore} />
            </Form.Item>
          </>
        )}
        <Form.Item
          label={isReached ? t("closing.call.words") : t("closing.call.note")}
          htmlFor="call-words"
        >
          <Input.TextArea
            id="call-words"
            rows={3}
            maxLength={closingWordsAtMost}
            value={words.text}
            onChange={(event) => words.setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      {verdict !== null && (
        <p className="muted">
          {verdict === "dissatisfied" ? t("closing.call.reopens") : t("closing.call.closes")}
        </p>
      )}
      <FormProblem error={save.error} />
    </Modal>
  );
};
