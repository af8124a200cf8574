import { sessions } from "@mainstay/contract/session";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";

interface PasswordWords {
  currentPassword: string;
  newPassword: string;
}

export const MyPassword = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<PasswordWords>();
  const change = useAct(sessions.changePassword, {
    refresh: [sessions.list],
    onSuccess: () => {
      form.resetFields();
      notice.done(t("setting.me.passwordChanged"));
    },
  });
  const needed = [{ required: true, message: t("session.passwordNeeded") }];
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(body: PasswordWords) => change.mutate({ body })}
      style={{ maxWidth: 360 }}
    >
      <Form.Item name="currentPassword" label={t("setting.me.currentPassword")} rules={needed}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="newPassword"
        label={t("setting.me.newPassword")}
        extra={t("session.passwordHint")}
        rules={needed}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <FormProblem error={change.error} />
      <Button htmlType="submit" loading={change.isPending}>
        {t("setting.me.changePassword")}
      </Button>
    </Form>
  );
};
