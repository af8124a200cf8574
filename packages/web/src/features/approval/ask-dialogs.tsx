import { approvals } from "@mainstay/contract/approval";
import { type Segment, segments } from "@mainstay/domain/account/segment";
import { Form, Input, Modal, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../components/account-select.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { staleAfterApproval } from "./stale-after-approval.ts";

const useAsked = (onClose: () => void) => {
  const { t } = useTranslation();
  const notice = useNotice();
  return {
    refresh: staleAfterApproval,
    onSuccess: () => {
      onClose();
      notice.done(t("approval.askDone"));
    },
  };
};

/** Propose that an account moves to another segment. */
export const AskMoveDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ accountId: string; toSegment: Segment; note: string }>();
  const ask = useAct(approvals.askSegmentMove, useAsked(onClose));
  return (
    <Modal
      open
      title={t("approval.move.title")}
      okText={t("approval.ask")}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <p className="muted">{t("approval.move.lead")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => ask.mutate({ body })}
      >
        <Form.Item
          name="accountId"
          label={t("approval.gift.account")}
          rules={[{ required: true, message: t("approval.gift.accountNeeded") }]}
        >
          <AccountSelect />
        </Form.Item>
        <Form.Item
          name="toSegment"
          label={t("approval.move.to")}
          rules={[{ required: true, message: t("approval.move.toNeeded") }]}
        >
          <Select
            options={segments.map((value) => ({ value, label: t(`glossary.segment.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t("approval.move.why")}
          rules={[{ required: true, message: t("approval.move.whyNeeded") }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <FormProblem error={ask.error} />
      </Form>
    </Modal>
  );
};

/** Ask to export more than the workspace allows without. */
export const AskExportDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ what: "accounts" | "people" | "cases"; note: string }>();
  const ask = useAct(approvals.askExport, useAsked(onClose));
  return (
    <Modal
      open
      title={t("approval.export.title")}
      okText={t("approval.ask")}
      okButtonProps={{ loading: ask.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={420}
    >
      <p className="muted">{t("approval.export.lead")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ what: "accounts" }}
        onFinish={(body) => ask.mutate({ body })}
      >
        <Form.Item name="what" label={t("approval.export.what")}>
          <Radio.Group
            options={(["accounts", "people", "cases"] as const).map((value) => ({
              value,
              label: t(`approval.export.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t("approval.move.why")}
          rules={[{ required: true, message: t("approval.move.whyNeeded") }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <FormProblem error={ask.error} />
      </Form>
    </Modal>
  );
};
