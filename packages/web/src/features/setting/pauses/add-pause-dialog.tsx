import { pauses } from "@mainstay/contract/pause";
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { AccountSelect } from "../../../components/account-select.tsx";
import { DayField } from "../../../components/day-field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { useMay } from "../../../lib/session.ts";

interface PauseWords {
  accountId: string | null;
  fromOn: string;
  toOn: string;
  reason: string;
}

/** Note a pause of everybody or of one customer. */
export const AddPauseDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const mayForAll = useMay("setting.edit");
  const [form] = Form.useForm<PauseWords>();
  const add = useAct(pauses.add, {
    refresh: [pauses.list],
    onSuccess: () => {
      onClose();
      notice.done(t("setting.pauses.saved"));
    },
  });
  const dayNeeded = { required: true, message: t("setting.dayNeeded") };
  return (
    <Modal
      open
      title={t("setting.pauses.add")}
      okText={t("app.save")}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ accountId: null }}
        onFinish={(words: PauseWords) =>
          add.mutate({ body: { ...words, accountId: words.accountId ?? null } })
        }
      >
        <Form.Item
          name="accountId"
          label={t("setting.pauses.who")}
          rules={mayForAll ? [] : [{ required: true, message: t("setting.pauses.accountNeeded") }]}
        >
          <AccountSelect placeholder={mayForAll ? t("setting.pauses.everybody") : ""} />
        </Form.Item>
        <Form.Item name="fromOn" label={t("setting.pauses.fromOn")} rules={[dayNeeded]}>
          <DayField />
        </Form.Item>
        <Form.Item
          name="toOn"
          label={t("setting.pauses.toOn")}
          dependencies={["fromOn"]}
          rules={[
            dayNeeded,
            ({ getFieldValue }) => ({
              validator: (_, toOn: string | undefined) =>
                toOn !== undefined && toOn < String(getFieldValue("fromOn") ?? "")
                  ? Promise.reject(new Error(t("setting.pauses.order")))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DayField />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("setting.pauses.reason")}
          rules={[{ required: true, message: t("setting.pauses.reasonNeeded") }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <FormProblem error={add.error} />
      </Form>
    </Modal>
  );
};
