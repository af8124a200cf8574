import { obligations } from "@mainstay/contract/obligation";
import { servicePolicies } from "@mainstay/contract/service-policy";
import { Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import type { ServicePolicyDraft } from "./service-policy-draft.ts";

/** Puts the drafted lines in force from a day, with a note why. */
export const PublishDialog = ({
  draft,
  onClose,
}: {
  draft: ServicePolicyDraft;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { workspace } = useSession();
  const id = useId();
  const [from, setFrom] = useState<string>(workspace.today);
  const [note, setNote] = useState("");
  const [key] = useState(() => crypto.randomUUID());
  const publish = useAct(servicePolicies.publish, {
    refresh: [
      servicePolicies.get,
      servicePolicies.history,
      obligations.list,
      obligations.ofAccount,
    ],
    onSuccess: ({ version, state, effectiveFrom }) => {
      draft.reset();
      onClose();
      notice.done(
        state === "in_force"
          ? t("servicePolicy.published", { version })
          : t("servicePolicy.publishedLater", { version, on: effectiveFrom ?? from }),
      );
    },
  });
  return (
    <Modal
      open
      title={t("servicePolicy.publishTitle")}
      okText={t("servicePolicy.publish").replace("…", "")}
      okButtonProps={{ loading: publish.isPending }}
      onOk={() =>
        publish.mutate({
          body: {
            lines: draft.lines,
            effectiveFrom: from,
            baseVersion: draft.baseVersion,
            note: note.trim(),
          },
          idempotencyKey: key,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("servicePolicy.publishWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={`${id}from`}>{t("servicePolicy.effectiveFrom")}</label>
      </p>
      <DayField
        id={`${id}from`}
        value={from}
        earliest={workspace.today}
        onChange={(day) => setFrom(day ?? workspace.today)}
      />
      <p style={{ marginTop: 12 }}>
        <label htmlFor={`${id}note`}>{t("servicePolicy.note")}</label>
      </p>
      <Input.TextArea
        id={`${id}note`}
        rows={3}
        maxLength={1000}
        placeholder={t("servicePolicy.noteHint")}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FormProblem error={publish.error} />
    </Modal>
  );
};
