import { approvals, type ApprovalView } from "@mainstay/contract/approval";
import { Input, Modal } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { ReasonText } from "../../components/reason-text.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { staleAfterApproval } from "./stale-after-approval.ts";

/** Decide with words: a refusal says why, an approval may. */
export const DecideDialog = ({
  approval,
  decision,
  onClose,
}: {
  approval: ApprovalView;
  decision: "approve" | "refuse";
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const note = useUnsavedText(`approval:${approval.id}`);
  const isRefusal = decision === "refuse";
  const decide = useAct(approvals.decide, {
    refresh: staleAfterApproval,
    onSuccess: () => {
      note.done();
      onClose();
      notice.done(t(isRefusal ? "approval.refused" : "approval.approved"));
    },
  });
  const kind = t(`approval.kind.${approval.kind}`);
  return (
    <Modal
      open
      title={t(isRefusal ? "approval.refuseTitle" : "approval.approveTitle", { kind })}
      okText={t(isRefusal ? "approval.refuse" : "approval.approve")}
      okButtonProps={{
        disabled: isRefusal && note.text.trim() === "",
        loading: decide.isPending,
      }}
      onOk={() =>
        decide.mutate({
          params: { approvalId: approval.id },
          ifMatch: approval.version,
          body: { decision, note: note.text },
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p>
        <ReasonText reason={approval.reason} />
      </p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor={id}>{t(isRefusal ? "approval.refuseBecause" : "approval.note")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={1000}
        placeholder={t("approval.refuseHint")}
        value={note.text}
        onChange={(event) => note.setText(event.target.value)}
      />
      <FormProblem error={decide.error} />
    </Modal>
  );
};
