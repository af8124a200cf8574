import { type LifecycleView, lifecycles } from "@mainstay/contract/lifecycle";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { type LifecycleStage, lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { staleAfterStage } from "./stale-after-stage.ts";

type Shape = { lifecycle: LifecycleView; onClose: () => void };

/** Enter a stage by hand: which, from when, why. */
export const EnterStageDialog = ({ lifecycle, onClose }: Shape) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { account, today, since, version } = lifecycle;
  const choices = lifecycleStages.filter((stage) => stage !== lifecycle.stage);
  const [stage, setStage] = useState<LifecycleStage | undefined>(
    lifecycle.proposal.stage ?? choices[0],
  );
  const [on, setOn] = useState<IsoDay | null>(today);
  const reason = useUnsavedText(`stage:${account.id}`);
  const enter = useAct(lifecycles.enter, {
    refresh: staleAfterStage,
    onSuccess: (entered) => {
      reason.done();
      onClose();
      notice.done(
        t("lifecycle.entered", { stage: t(`glossary.stage.${entered.stage ?? "none"}`) }),
      );
    },
  });
  const isReady = stage !== undefined && on !== null && reason.text.trim() !== "";
  return (
    <Modal
      open
      title={`${t("lifecycle.dialog.enterTitle")} · ${account.name}`}
      okText={t("lifecycle.dialog.enterOk")}
      okButtonProps={{ disabled: !isReady, loading: enter.isPending }}
      onOk={() => {
        if (!isReady) return;
        enter.mutate({
          params: { accountId: account.id },
          body: { stage, how: "manual", on, reason: reason.text },
          ifMatch: version,
        });
      }}
      onCancel={onClose}
      width={460}
    >
      <Form layout="vertical">
        <Form.Item label={t("lifecycle.dialog.stage")} htmlFor="stage-choice">
          <Select
            id="stage-choice"
            value={stage}
            onChange={setStage}
            options={choices.map((value) => ({ value, label: t(`glossary.stage.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={t("lifecycle.dialog.on")} htmlFor="stage-day">
          <DayField
            id="stage-day"
            value={on}
            onChange={setOn}
            latest={today}
            {...(since !== null && { earliest: since })}
          />
        </Form.Item>
        <Form.Item label={t("lifecycle.dialog.reason")} htmlFor="stage-reason">
          <Input.TextArea
            id="stage-reason"
            autoFocus
            rows={3}
            maxLength={500}
            placeholder={t("lifecycle.dialog.reasonHint")}
            value={reason.text}
            onChange={(event) => reason.setText(event.target.value)}
          />
        </Form.Item>
      </Form>
      <p className="muted">{t("lifecycle.dialog.enterWhy")}</p>
      <FormProblem error={enter.error} />
    </Modal>
  );
};

/** Take the account out of its stage, for a reason. */
export const LeaveStageDialog = ({ lifecycle, onClose }: Shape) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { account, version } = lifecycle;
  const reason = useUnsavedText(`stage-leave:${account.id}`);
  const leave = useAct(lifecycles.leave, {
    refresh: staleAfterStage,
    onSuccess: () => {
      reason.done();
      onClose();
      notice.done(t("lifecycle.left"));
    },
  });
  return (
    <Modal
      open
      title={`${t("lifecycle.dialog.leaveTitle")} · ${account.name}`}
      okText={t("lifecycle.dialog.leaveOk")}
      okButtonProps={{
        danger: true,
        disabled: reason.text.trim() === "",
        loading: leave.isPending,
      }}
      onOk={() =>
        leave.mutate({
          params: { accountId: account.id },
          body: { reason: reason.text },
          ifMatch: version,
        })
      }
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("lifecycle.dialog.leaveWhy")}</p>
      <p style={{ marginTop: 12 }}>
        <label htmlFor="leave-reason">{t("lifecycle.dialog.reason")}</label>
      </p>
      <Input.TextArea
        id="leave-reason"
        autoFocus
        rows={3}
        maxLength={500}
        value={reason.text}
        onChange={(event) => reason.setText(event.target.value)}
      />
      <FormProblem error={leave.error} />
    </Modal>
  );
};
