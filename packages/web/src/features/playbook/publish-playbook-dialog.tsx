import { lifecycles } from "@mainstay/contract/lifecycle";
import { playbooks, type PlaybookView } from "@mainstay/contract/playbook";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { PlaybookDraft } from "./playbook-draft.ts";

/** Puts the drafted steps in force, with a note. */
export const PublishPlaybookDialog = ({
  playbook,
  draft,
  onClose,
}: {
  playbook: PlaybookView;
  draft: PlaybookDraft;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const publish = useAct(playbooks.publish, {
    refresh: [playbooks.get, playbooks.list, lifecycles.get],
    onSuccess: ({ version }) => {
      draft.reset();
      onClose();
      notice.done(t("playbook.published", { version }));
    },
  });
  return (
    <Modal
      open
      title={t("playbook.publishTitle", { version: playbook.version + 1 })}
      okText={t("playbook.publishOk")}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() =>
        publish.mutate({
          params: { stage: playbook.stage },
          body: { steps: [...draft.steps], baseVersion: draft.baseVersion, note: note.trim() },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("playbook.publishWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t("playbook.note")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        placeholder={t("playbook.noteHint")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormProblem error={publish.error} />
    </Modal>
  );
};
