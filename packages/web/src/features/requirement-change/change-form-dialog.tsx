import { projects } from "@mainstay/contract/project";
import { type ChangeDetail, requirementChanges } from "@mainstay/contract/requirement-change";
import { minorDecimals } from "@mainstay/domain/money/currency";
import { useNavigate } from "@tanstack/react-router";
import { Form, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import styles from "./change.module.css";
import { staleAfterChange } from "./stale-after-change.ts";

interface FormWords {
  title: string;
  scope: string;
  fee: number;
  scheduleDays: number;
  deliverOn: string | null;
  projectId?: string;
}

/** Draft a requirement change, or revise one; a sent one becomes a new version. */
export const ChangeFormDialog = ({
  accountId,
  change,
  onClose,
}: {
  accountId: string;
  /** The one that is revised. */
  change?: ChangeDetail;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const { baseCurrency } = useSession().workspace;
  const [form] = Form.useForm<FormWords>();
  const [key] = useState(() => crypto.randomUUID());
  const currency = change?.newest.currency ?? baseCurrency;
  const factor = 10 ** minorDecimals(currency);
  const listed = useAnswer(
    projects.list,
    { params: { accountId } },
    { enabled: change === undefined },
  );
  const draft = useAct(requirementChanges.draft, {
    refresh: staleAfterChange,
    onSuccess: ({ id }) => {
      onClose();
      notice.done(t("requirementChange.draft.done"));
      void navigate({
        to: "/accounts/$accountId/changes/$changeId",
        params: { accountId, changeId: id },
      });
    },
  });
  const revise = useAct(requirementChanges.revise, {
    refresh: staleAfterChange,
    onSuccess: () => {
      onClose();
      notice.done(t("requirementChange.act.revised"));
    },
  });
  const act = change === undefined ? draft : revise;
  const save = ({ title, scope, fee, scheduleDays, deliverOn, projectId }: FormWords) => {
    const content = {
      title,
      scope,
      feeMinor: Math.round(fee * factor),
      currency,
      scheduleDays: Math.round(scheduleDays),
      deliverOn: deliverOn ?? null,
    };
    if (change === undefined)
      draft.mutate({
        params: { accountId },
        body: { ...content, projectId: projectId ?? null },
        idempotencyKey: key,
      });
    else revise.mutate({ params: { changeId: change.id }, body: content, ifMatch: change.version });
  };
  const isSent = change?.status === "sent";
  const okText =
    change === undefined
      ? t("requirementChange.draft.submit")
      : t(isSent ? "requirementChange.act.reviseSent" : "requirementChange.act.reviseDraft");
  const open = (listed.data?.items ?? []).filter(({ status }) => status === "open");
  const needed = [
    { required: true, whitespace: true, message: t("requirementChange.draft.scopeHint") },
  ];
  return (
    <Modal
      open
      title={t(
        change === undefined ? "requirementChange.draft.open" : "requirementChange.act.revise",
      )}
      okText={okText}
      okButtonProps={{ loading: act.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      {isSent && <p className="muted">{t("requirementChange.act.reviseNote")}</p>}
      <Form<FormWords>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={save}
        initialValues={{
          title: change?.title ?? "",
          scope: change?.newest.scope ?? "",
          fee: (change?.newest.feeMinor ?? 0) / factor,
          scheduleDays: change?.newest.scheduleDays ?? 0,
          deliverOn: change?.newest.deliverOn ?? null,
        }}
      >
        <Form.Item
          name="title"
          label={t("requirementChange.draft.name")}
          rules={[{ required: true, whitespace: true, message: t("requirementChange.draft.name") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="scope" label={t("requirementChange.draft.scope")} rules={needed}>
          <Input.TextArea
            rows={4}
            maxLength={10_000}
            placeholder={t("requirementChange.draft.scopeHint")}
          />
        </Form.Item>
        <div className={styles["twoFields"]}>
          <Form.Item name="fee" label={t("requirementChange.draft.fee")}>
            <InputNumber suffix={currency} style={{ width: "100%" }} />
          </Form.Item>
          <Form.Item name="scheduleDays" label={t("requirementChange.draft.days")}>
            <InputNumber min={-3650} max={3650} precision={0} style={{ width: "100%" }} />
          </Form.Item>
        </div>
        <Form.Item name="deliverOn" label={t("requirementChange.draft.deliverOn")}>
          <DayField />
        </Form.Item>
        {open.length > 0 && (
          <Form.Item name="projectId" label={t("requirementChange.project")}>
            <Select
              allowClear
              placeholder={t("requirementChange.noProject")}
              options={open.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
      </Form>
      <FormProblem error={act.error} />
    </Modal>
  );
};
