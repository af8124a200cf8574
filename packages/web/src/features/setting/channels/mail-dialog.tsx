import { type MailSettingView, mailSecurities, mailSettings } from "@mainstay/contract/mail";
import { Form, Input, InputNumber, Modal, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";

interface Words {
  host: string;
  port: number;
  security: (typeof mailSecurities)[number];
  userName: string | null;
  password?: string;
  fromAddress: string;
  isEnabled: boolean;
}

const fresh: Words = {
  host: "",
  port: 465,
  security: "tls",
  userName: "",
  fromAddress: "",
  isEnabled: true,
};
const usualPort = { tls: 465, starttls: 587, none: 25 } as const;

/** The mail server: where it is, how it is reached, who sends. */
export const MailDialog = ({
  setting,
  onClose,
}: {
  setting: MailSettingView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const security = Form.useWatch("security", form) ?? setting?.security ?? fresh.security;
  const save = useAct(mailSettings.save, {
    refresh: [mailSettings.get],
    onSuccess: () => {
      notice.done(t("app.saved"));
      onClose();
    },
  });
  const finish = ({ password, ...words }: Words) => {
    const isClear = words.security === "none";
    const userName = isClear || !words.userName ? null : words.userName;
    const changed = userName === null ? { password: null } : password ? { password } : {};
    save.mutate({ ifMatch: setting?.version ?? 1, body: { ...words, userName, ...changed } });
  };
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Modal
      open
      title={t("channel.mail.title")}
      okText={t("app.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={setting ?? fresh}
        onFinish={finish}
        autoComplete="off"
      >
        <Form.Item
          name="host"
          label={t("channel.mail.host")}
          rules={needed(t("channel.mail.hostNeeded"))}
        >
          <Input autoFocus maxLength={253} placeholder="smtp.example.com" />
        </Form.Item>
        <Form.Item name="security" label={t("channel.mail.encryption")}>
          <Select
            onChange={(next: Words["security"]) => form.setFieldValue("port", usualPort[next])}
            options={mailSecurities.map((value) => ({
              value,
              label: t(`channel.mail.security.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="port"
          label={t("channel.mail.port")}
          rules={needed(t("channel.mail.portNeeded"))}
        >
          <InputNumber min={1} max={65_535} precision={0} />
        </Form.Item>
        {security === "none" ? (
          <p className="muted">{t("channel.mail.clearWhy")}</p>
        ) : (
          <>
            <Form.Item name="userName" label={t("channel.mail.userName")}>
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
            <Form.Item
              name="password"
              label={t("channel.mail.password")}
              extra={t("channel.mail.passwordHint")}
            >
              <Input.Password
                maxLength={1000}
                autoComplete="new-password"
                {...(setting?.hasPassword && { placeholder: t("channel.kept") })}
              />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="fromAddress"
          label={t("channel.mail.from")}
          rules={[{ required: true, type: "email", message: t("channel.mail.fromNeeded") }]}
        >
          <Input maxLength={200} inputMode="email" />
        </Form.Item>
        <Form.Item name="isEnabled" label={t("channel.mail.isEnabled")} valuePropName="checked">
          <Switch />
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
};
