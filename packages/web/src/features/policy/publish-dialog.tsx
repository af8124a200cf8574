import { accounts } from "@mainstay/contract/account";
import { accountPage } from "@mainstay/contract/account-page";
import { policies, segmentMoves } from "@mainstay/contract/policy";
import { today } from "@mainstay/contract/today";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import type { PolicyDraft } from "./policy-draft.ts";

/** Puts the drafted settings in force, with a note why. */
export const PublishDialog = ({ draft, onClose }: { draft: PolicyDraft; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const [note, setNote] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const publish = useAct(policies.publish, {
    refresh: [
      policies.get,
      policies.history,
      segmentMoves.list,
      accounts.list,
      accounts.summary,
      accounts.matrix,
      accountPage.get,
      today.get,
    ],
    onSuccess: ({ version }) => {
      draft.reset();
      onClose();
      notice.done(t("policy.published", { version }));
    },
  });
  return (
    <Modal
      open
      title={t("policy.publishTitle")}
      okText={t("policy.publish").replace("…", "")}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() =>
        publish.mutate({
          body: { settings: draft.settings, baseVersion: draft.baseVersion, note: note.trim() },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("policy.publishWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t("policy.note")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        placeholder={t("policy.noteHint")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormProblem error={publish.error} />
    </Modal>
  );
};
