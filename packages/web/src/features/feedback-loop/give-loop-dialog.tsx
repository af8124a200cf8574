import { feedbackLoops, type LoopView } from "@mainstay/contract/feedback-loop";
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { loopStale } from "./loop-acts.ts";

/** Gives a loop to a colleague. */
export const GiveLoopDialog = ({ loop, onClose }: { loop: LoopView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [userId, setUserId] = useState<string | null>(loop.owner?.id ?? null);
  const give = useAct(feedbackLoops.give, {
    refresh: loopStale,
    onSuccess: () => {
      onClose();
      notice.done(t("feedbackLoop.done.give"));
    },
  });
  return (
    <Modal
      open
      title={t("feedbackLoop.act.give")}
      okText={t("app.save")}
      okButtonProps={{
        disabled: userId === null || userId === loop.owner?.id,
        loading: give.isPending,
      }}
      onOk={() =>
        userId !== null &&
        give.mutate({
          params: { loopId: loop.id },
          body: { ownerUserId: userId },
          ifMatch: loop.version,
        })
      }
      onCancel={onClose}
      width={400}
    >
      <UserSelect
        value={userId}
        onChange={setUserId}
        known={loop.owner}
        label={t("feedbackLoop.dialog.give")}
      />
      {give.error && <FormProblem error={give.error} />}
    </Modal>
  );
};
