import { type NeedView, needs } from "@mainstay/contract/need";
import { type NeedState, needStates } from "@mainstay/domain/need/need-kind";
import { lackForStep } from "@mainstay/domain/need/need-path";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";
import { ContactSelect } from "../handover/contact-select.tsx";
import { staleAfterNeed } from "./stale-after-need.ts";
import { type Worth, WorthFields } from "./worth-fields.tsx";

/** Moves a need on or back; asks for what the step rests on, and for what the rule still lacks. */
export const StepNeedDialog = ({
  need,
  to,
  onClose,
}: {
  need: NeedView;
  to: Exclude<NeedState, "declined">;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { today } = useSession().workspace;
  const evidence = useUnsavedText(`need-step:${need.id}:${to}`);
  const [personId, setPerson] = useState<string | null>(need.person?.id ?? null);
  const [onDay, setDay] = useState<string | null>(today);
  const [worth, setWorth] = useState<Worth>(need);
  const state = t(`need.state.${to}`);
  const isBack = needStates.indexOf(to) < needStates.indexOf(need.state);
  const step = useAct(needs.step, {
    refresh: staleAfterNeed,
    onSuccess: () => {
      evidence.done();
      onClose();
      notice.done(t(isBack ? "need.step.backDone" : "need.step.done", { state }));
    },
  });
  const lack = lackForStep(to, { hasPerson: personId !== null, ...worth });
  return (
    <Modal
      open
      title={t(isBack ? "need.step.backTo" : "need.step.title", { state })}
      okText={t(isBack ? "need.step.back" : "need.step.ok")}
      okButtonProps={{
        disabled: evidence.text.trim() === "" || onDay === null || lack !== null,
        loading: step.isPending,
      }}
      onOk={() =>
        step.mutate({
          params: { needId: need.id },
          ifMatch: need.version,
          body: {
            to,
            evidence: evidence.text.trim(),
            personId,
            ...(onDay !== null && { onDay }),
            ...(to === "solved" && { capability: worth.capability }),
            ...(to === "valued" && { customerValueMinor: worth.customerValueMinor }),
          },
        })
      }
      onCancel={onClose}
      width={480}
    >
      <p className="muted">{t(`need.stateWhy.${to}`)}</p>
      <Form layout="vertical" component="div">
        <Form.Item label={t("need.step.evidence")} htmlFor="need-evidence">
          <Input.TextArea
            id="need-evidence"
            autoFocus
            rows={3}
            maxLength={2000}
            placeholder={t("need.step.evidenceHint")}
            value={evidence.text}
            onChange={(event) => evidence.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("need.step.person")} htmlFor="need-step-person">
          <ContactSelect
            id="need-step-person"
            accountId={need.account.id}
            known={need.person}
            value={personId}
            onChange={setPerson}
          />
        </Form.Item>
        {to === "solved" && <WorthFields worth={worth} onChange={setWorth} only={["capability"]} />}
        {to === "valued" && (
          <WorthFields worth={worth} onChange={setWorth} only={["customerValueMinor"]} />
        )}
        <Form.Item label={t("need.step.onDay")} htmlFor="need-step-day">
          <DayField
            id="need-step-day"
            value={onDay}
            onChange={setDay}
            earliest={need.stateSince}
            latest={today}
          />
        </Form.Item>
      </Form>
      <FormProblem error={step.error} />
    </Modal>
  );
};
