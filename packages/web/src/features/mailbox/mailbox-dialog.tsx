import {
  afterReadingWays,
  type MailboxView,
  mailboxes,
  mailboxSecurities,
} from "@mainstay/contract/mailbox";
import { Form, Input, InputNumber, Modal, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";

interface Words {
  host: string;
  port: number;
  security: (typeof mailboxSecurities)[number];
  userName: string;
  password?: string;
  folder: string;
  everyMinutes: number;
  afterReading: (typeof afterReadingWays)[number];
  moveTo?: string | null;
  own?: string;
  isEnabled: boolean;
}

const usualPort = { tls: 993, starttls: 143 } as const;
const fresh: Words = {
  host: "",
  port: usualPort.tls,
  security: "tls",
  userName: "",
  folder: "INBOX",
  everyMinutes: 5,
  afterReading: "seen",
  isEnabled: true,
};

/** Addresses as people paste them: one a line, or separated by commas. */
const addressesIn = (text: string): string[] => text.split(/[\s,;，；]+/).filter(Boolean);

/** The mailbox: where it is, how it is read, which addresses are our own. */
export const MailboxDialog = ({
  mailbox,
  onClose,
}: {
  mailbox: MailboxView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const after = Form.useWatch("afterReading", form) ?? mailbox?.afterReading ?? "seen";
  const save = useAct(mailboxes.save, {
    refresh: [mailboxes.get],
    onSuccess: () => {
      notice.done(t("app.saved"));
      onClose();
    },
  });
  const finish = ({ password, own, moveTo, ...words }: Words) =>
    save.mutate({
      ifMatch: mailbox?.version ?? 1,
      body: {
        ...words,
        moveTo: words.afterReading === "move" ? (moveTo ?? null) : null,
        ownAddresses: addressesIn(own ?? ""),
        ...(password ? { password } : {}),
      },
    });
  const needed = (message: string) => [{ required: true, message }];
  const { ownAddresses = [], ...kept } = mailbox ?? {};
  return (
    <Modal
      open
      title={t("incomingMessage.setting.title")}
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
        initialValues={{ ...fresh, ...kept, own: ownAddresses.join("\n") }}
        onFinish={finish}
        autoComplete="off"
      >
        <Form.Item
          name="host"
          label={t("incomingMessage.mailbox.host")}
          rules={needed(t("incomingMessage.mailbox.hostNeeded"))}
        >
          <Input autoFocus maxLength={253} placeholder="imap.example.com" />
        </Form.Item>
        <Form.Item name="security" label={t("incomingMessage.mailbox.encryption")}>
          <Select
            onChange={(next: Words["security"]) => form.setFieldValue("port", usualPort[next])}
            options={mailboxSecurities.map((value) => ({
              value,
              label: t(`channel.mail.security.${value}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="port"
          label={t("incomingMessage.mailbox.port")}
          rules={needed(t("channel.mail.portNeeded"))}
        >
          <InputNumber min={1} max={65_535} precision={0} />
        </Form.Item>
        <Form.Item
          name="userName"
          label={t("incomingMessage.mailbox.userName")}
          rules={needed(t("incomingMessage.mailbox.userNameNeeded"))}
        >
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("incomingMessage.mailbox.password")}
          extra={t("incomingMessage.mailbox.passwordHint")}
        >
          <Input.Password
            maxLength={1000}
            autoComplete="new-password"
            {...(mailbox?.hasPassword && { placeholder: t("channel.kept") })}
          />
        </Form.Item>
        <Form.Item
          name="folder"
          label={t("incomingMessage.mailbox.folder")}
          rules={needed(t("incomingMessage.mailbox.moveToNeeded"))}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="everyMinutes" label={t("incomingMessage.mailbox.every")}>
          <InputNumber min={1} max={1440} precision={0} />
        </Form.Item>
        <Form.Item name="afterReading" label={t("incomingMessage.mailbox.after")}>
          <Select
            options={afterReadingWays.map((value) => ({
              value,
              label: t(`incomingMessage.mailbox.afterReading.${value}`),
            }))}
          />
        </Form.Item>
        {after === "move" && (
          <Form.Item
            name="moveTo"
            label={t("incomingMessage.mailbox.moveTo")}
            rules={needed(t("incomingMessage.mailbox.moveToNeeded"))}
          >
            <Input maxLength={200} />
          </Form.Item>
        )}
        <Form.Item
          name="own"
          label={t("incomingMessage.mailbox.own")}
          extra={t("incomingMessage.mailbox.ownHint")}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item
          name="isEnabled"
          label={t("incomingMessage.mailbox.isEnabled")}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <FormProblem error={save.error} />
      </Form>
    </Modal>
  );
};
