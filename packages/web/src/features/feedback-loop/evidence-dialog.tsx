import { feedbackLoops, type LoopView } from "@mainstay/contract/feedback-loop";
import { Input, Modal } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { loopStale } from "./loop-acts.ts";

/** Acts of a loop that need words: what shows that a step was taken, or why it is to be dropped. */
export type WordyAct = "contact" | "rectify" | "followUp" | "drop";

/** Asks for the words an act on a loop needs; they survive a reload. */
export const EvidenceDialog = ({
  loop,
  act,
  onClose,
}: {
  loop: LoopView;
  act: WordyAct;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const words = useUnsavedText(`feedback-loop:${act}:${loop.id}`);
  const options = {
    refresh: loopStale,
    onSuccess: () => {
      words.done();
      onClose();
      notice.done(t(`feedbackLoop.done.${act}`));
    },
  };
  const step = useAct(act === "drop" ? feedbackLoops.contact : feedbackLoops[act], options);
  const drop = useAct(feedbackLoops.drop, options);
  const text = words.text.trim();
  const error = step.error ?? drop.error;
  return (
    <Modal
      open
      title={t(`feedbackLoop.act.${act}`)}
      okText={act === "drop" ? t("feedbackLoop.act.drop") : t("app.save")}
      okButtonProps={{ disabled: text === "", loading: step.isPending || drop.isPending }}
      onOk={() => {
        const where = { params: { loopId: loop.id }, ifMatch: loop.version };
        if (act === "drop") drop.mutate({ ...where, body: { because: text } });
        else step.mutate({ ...where, body: { evidence: text } });
      }}
      onCancel={onClose}
      width={440}
    >
      <label htmlFor={id}>{t(`feedbackLoop.dialog.${act}`)}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={4}
        maxLength={act === "drop" ? 1000 : 2000}
        value={words.text}
        onChange={(event) => words.setText(event.target.value)}
        style={{ marginTop: 8 }}
      />
      {act === "drop" && <p className="muted">{t("feedbackLoop.dialog.dropWhy")}</p>}
      {error && <FormProblem error={error} />}
    </Modal>
  );
};
