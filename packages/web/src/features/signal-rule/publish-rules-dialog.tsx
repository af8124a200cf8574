import { signalRules } from "@mainstay/contract/signal-rule";
import { signals } from "@mainstay/contract/signal";
import { today } from "@mainstay/contract/today";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { RuleDraft } from "./rule-draft.ts";

/** Puts the drafted rules in force, with a note why. */
export const PublishRulesDialog = ({
  draft,
  onClose,
}: {
  draft: RuleDraft;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const publish = useAct(signalRules.publish, {
    refresh: [signalRules.get, signalRules.history, signals.list, signals.precision, today.get],
    onSuccess: ({ version }) => {
      draft.reset();
      onClose();
      notice.done(t("signalRule.published", { version }));
    },
  });
  const { rules, baseVersion } = draft;
  return (
    <Modal
      open
      title={t("signalRule.publishTitle")}
      okText={t("signalRule.publishOk")}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() =>
        publish.mutate({
          body: { rules: { ...rules, off: [...rules.off] }, baseVersion, note: note.trim() },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("signalRule.publishWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t("signalRule.note")}</label>
      </p>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={1000}
        placeholder={t("signalRule.noteHint")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormProblem error={publish.error} />
    </Modal>
  );
};
