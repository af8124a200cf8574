import { accounts } from "@mainstay/contract/account";
import { useNavigate } from "@tanstack/react-router";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { UserSelect } from "../../components/user-select.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { useUnsavedText } from "../../lib/unsaved-text.ts";

interface OpenWords {
  externalId?: string;
  industry?: string;
  region?: string;
  managerUserId: string | null;
}

const orNull = (text: string | undefined) => (text?.trim() ? text.trim() : null);

/** A new account in five fields; the rest is filled in on its page. */
export const OpenAccountDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const { user } = useSession();
  const [form] = Form.useForm<OpenWords>();
  const [key] = useState(() => crypto.randomUUID());
  const name = useUnsavedText("account:new");
  const open = useAct(accounts.create, {
    refresh: [accounts.list, accounts.summary],
    onSuccess: (account) => {
      name.done();
      onClose();
      notice.done(t("account.opened"));
      void navigate({ to: "/accounts/$accountId", params: { accountId: account.id } });
    },
  });
  return (
    <Modal
      open
      title={t("account.open")}
      okText={t("app.save")}
      okButtonProps={{ disabled: name.text.trim() === "", loading: open.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={460}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ managerUserId: user.id }}
        onFinish={(words: OpenWords) =>
          open.mutate({
            body: {
              name: name.text.trim(),
              externalId: orNull(words.externalId),
              industry: orNull(words.industry),
              region: orNull(words.region),
              managerUserId: words.managerUserId,
            },
            idempotencyKey: `${key}:${JSON.stringify([name.text, words])}`.slice(0, 60),
          })
        }
      >
        <Form.Item label={t("account.form.name")} htmlFor="account-name">
          <Input
            id="account-name"
            autoFocus
            maxLength={200}
            value={name.text}
            onChange={(event) => name.setText(event.target.value)}
          />
        </Form.Item>
        <Form.Item name="externalId" label={t("account.form.externalId")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="industry" label={t("account.form.industry")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="region" label={t("account.form.region")}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="managerUserId" label={t("account.form.manager")}>
          <UserSelect />
        </Form.Item>
        <FormProblem error={open.error} />
      </Form>
    </Modal>
  );
};
