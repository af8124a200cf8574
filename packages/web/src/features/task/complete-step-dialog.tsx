import { tasks } from "@mainstay/contract/task";
import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import type { AnyEndpoint } from "../../lib/call.ts";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";

/** What a dialog on one step needs to know of it. */
export interface StepTask {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly done: string;
}

/** Says once more by what one sees that a step is done, then marks it so; with a way back. */
export const CompleteStepDialog = ({
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
  const complete = useAct(tasks.complete, {
    refresh: stale,
    onSuccess: (done) => {
      onClose();
      notice.done(t("task.completed"), () => {
        void call(tasks.reopen, { params: { taskId: done.id }, ifMatch: done.version })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      });
    },
  });
  return (
    <Modal
      open
      title={task.title}
      okText={t("task.stepDone")}
      okButtonProps={{ loading: complete.isPending, autoFocus: true }}
      onOk={() => complete.mutate({ params: { taskId: task.id }, ifMatch: task.version })}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("task.doneWhen")}</p>
      <p>{task.done}</p>
      <FormProblem error={complete.error} />
    </Modal>
  );
};
