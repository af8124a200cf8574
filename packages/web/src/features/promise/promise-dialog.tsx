import type { PromiseView } from "@mainstay/contract/promise";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { asksFor, type PromiseActName, sentBy } from "./promise-dialog-fields.ts";
import { usePromiseAct } from "./use-promise-act.ts";

/** Keep, move, send back, break or withdraw a promise: the day, who of theirs agreed, and what shows it or why. */
export const PromiseDialog = ({
  act,
  promise,
  onClose,
}: {
  act: PromiseActName;
  promise: PromiseView;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const doAct = usePromiseAct(promise);
  const kept = useUnsavedText(`promise-${act}:${promise.id}`);
  const fields = asksFor[act];
  const [on, setDay] = useState<string | null>(fields.day === "done" ? today : null);
  const [personId, setPerson] = useState<string | null>(promise.person?.id ?? null);
  const [error, setError] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const { endpoint, body } = sentBy(act, { on, personId, words: kept.text }, promise);
  const save = async () => {
    if (body === null) return;
    setSending(true);
    setError(null);
    try {
      const isDone = await doAct(endpoint, t(`promise.dialog.${act}Ok`), body);
      kept.done();
      onClose();
      if (isDone) notice.done(t("promise.dialog.done"));
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(false);
    }
  };
  const isEvidence = act === "keep";
  return (
    <Modal
      open
      title={t(`promise.dialog.${act}Title`)}
      okText={t(`promise.dialog.${act}Ok`)}
      okButtonProps={{ disabled: body === null, loading: isSending }}
      onOk={() => void save()}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t(`promise.dialog.${act}Why`)}</p>
      <Form layout="vertical" component="div">
        {fields.day !== null && (
          <Form.Item
            label={t(fields.day === "done" ? "promise.dialog.doneOn" : "promise.dialog.newDay")}
            htmlFor="promise-day"
          >
            <DayField
              id="promise-day"
              value={on}
              onChange={setDay}
              {...(fields.day === "done"
                ? { earliest: promise.madeOn, latest: today }
                : { earliest: today })}
            />
          </Form.Item>
        )}
        {fields.person !== null && (
          <Form.Item
            label={t(
              fields.person === "agreed" ? "promise.dialog.agreedWith" : "promise.dialog.backBy",
            )}
            htmlFor="promise-person"
          >
            <ContactSelect
              id="promise-person"
              accountId={promise.account.id}
              known={promise.person}
              value={personId}
              onChange={setPerson}
            />
          </Form.Item>
        )}
        <Form.Item
          label={t(isEvidence ? "promise.dialog.evidence" : "promise.dialog.because")}
          htmlFor="promise-words"
        >
          <Input.TextArea
            id="promise-words"
            rows={3}
            maxLength={isEvidence ? 2000 : 1000}
            {...(isEvidence && { placeholder: t("promise.dialog.evidenceHint") })}
            value={kept.text}
            onChange={(event) => kept.setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      <FormProblem error={error} />
    </Modal>
  );
};
