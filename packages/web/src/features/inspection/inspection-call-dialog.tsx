import { type InspectionItem, inspections } from "@mainstay/contract/inspection";
import {
  type CallBackOutcome,
  callBackOutcomes,
} from "@mainstay/domain/case-closing/call-back-rule";
import { closingWordsAtMost } from "@mainstay/domain/case-closing/closing-rule";
import { Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ScoreRadio } from "../case-closing/score-radio.tsx";
import styles from "./inspection.module.css";

/** What a customer says of what we wrote down. */
export const InspectionCallDialog = ({
  inspectionId,
  item,
  onClose,
}: {
  inspectionId: string;
  item: InspectionItem;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<CallBackOutcome>("reached");
  const [score, setScore] = useState<number | null>(null);
  const [recordTrue, setTrue] = useState<boolean | null>(null);
  const words = useUnsavedText(`inspection:${item.id}`);
  const save = useAct(inspections.callBack, {
    refresh: [inspections.get, inspections.list],
    onSuccess: () => {
      words.done();
      onClose();
    },
  });
  const isReached = outcome === "reached";
  return (
    <Modal
      open
      title={`${t("inspection.call.title")} · ${item.account.name}`}
      okText={t("closing.call.save")}
      okButtonProps={{ disabled: isReached && score === null, loading: save.isPending }}
      onOk={() =>
        save.mutate({
          params: { inspectionId, itemId: item.id },
          body: {
            outcome,
            words: words.text.trim(),
            ...(isReached && { score, recordTrue }),
          },
        })
      }
      onCancel={onClose}
      width={480}
      styles={{ title: { paddingInlineEnd: 24 } }}
    >
      {item.subject && (
        <p style={{ marginBottom: 12 }}>
          {item.subject.title}
          {item.subject.solution !== null && (
            <>
              <br />
              <span className="muted">{t("inspection.solution")}</span>
              <br />
              <span className={styles["typed"]}>{item.subject.solution}</span>
            </>
          )}
        </p>
      )}
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t("closing.call.outcome")}>
          <Radio.Group
            aria-label={t("closing.call.outcome")}
            value={outcome}
            onChange={(event) => setOutcome(event.target.value as CallBackOutcome)}
            options={callBackOutcomes.map((value) => ({
              value,
              label: t(`closing.call.${value}`),
            }))}
          />
        </Form.Item>
        {isReached && (
          <>
            <Form.Item label={t("inspection.call.score")}>
              <ScoreRadio label={t("inspection.call.score")} value={score} onChange={setScore} />
            </Form.Item>
            <Form.Item label={t("inspection.call.recordTrue")}>
              <Radio.Group
                aria-label={t("inspection.call.recordTrue")}
                value={recordTrue}
                onChange={(event) => setTrue(event.target.value as boolean | null)}
                options={[
                  { value: true, label: t("inspection.call.yes") },
                  { value: false, label: t("inspection.call.no") },
                  { value: null, label: t("inspection.call.unknown") },
                ]}
              />
            </Form.Item>
          </>
        )}
        <Form.Item
          label={isReached ? t("inspection.call.words") : t("closing.call.note")}
          htmlFor="inspection-words"
        >
          <Input.TextArea
            id="inspection-words"
            rows={3}
            maxLength={closingWordsAtMost}
            value={words.text}
            onChange={(event) => words.setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      {isReached && score !== null && score <= 2 && (
        <p className="muted">{t("inspection.call.opens")}</p>
      )}
      <FormProblem error={save.error} />
    </Modal>
  );
};
