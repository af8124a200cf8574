import { tasks } from "@mainstay/contract/task";
import { Input, Modal } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import type { AnyEndpoint } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import type { StepTask } from "./complete-step-dialog.tsx";

/** Leave out a step of a playbook, and say why. */
export const SkipStepDialog = ({
  task,
  stale,
  onClose,
}: {
  task: StepTask;
  stale: readonly AnyEndpoint[];
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const id = useId();
  const reason = useUnsavedText(`skip:${task.id}`);
  const skip = useAct(tasks.skip, {
    refresh: stale,
    onSuccess: () => {
      reason.done();
      onClose();
      notice.done(t("task.skipped"));
    },
  });
  return (
    <Modal
      open
      title={task.title}
      okText={t("task.skip")}
      okButtonProps={{ disabled: reason.text.trim() === "", loading: skip.isPending }}
      onOk={() =>
        skip.mutate({
          params: { taskId: task.id },
          body: { reason: reason.text },
          ifMatch: task.version,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p style={{ marginBottom: 6 }}>
        <label htmlFor={id}>{t("task.skipWhy")}</label>
      </p>
      <Input.TextArea
        id={id}
        autoFocus
        rows={3}
        maxLength={500}
        value={reason.text}
        onChange={(event) => reason.setText(event.target.value)}
      />
      <FormProblem error={skip.error} />
    </Modal>
  );
};
