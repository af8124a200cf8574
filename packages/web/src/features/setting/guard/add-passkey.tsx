import { passkeys } from "@mainstay/contract/passkey";
import { sessions } from "@mainstay/contract/session";
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  startRegistration,
} from "@simplewebauthn/browser";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";
import { deviceName } from "../me/device-name.ts";
import { AskPassword } from "./ask-password.tsx";

/** Password, then the device asks for finger, face or PIN, then a name. */
export const AddPasskey = ({
  hasPassword,
  onDone,
  onClose,
}: {
  hasPassword: boolean;
  onDone: () => void;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ name: string }>();
  const [signed, setSigned] = useState<RegistrationResponseJSON | null>(null);
  const begin = useAct(passkeys.begin, {
    onSuccess: async ({ options }) => {
      try {
        const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON;
        setSigned(await startRegistration({ optionsJSON }));
      } catch {
        void message.warning(t("guard.passkeyCancelled"));
        onClose();
      }
    },
  });
  const register = useAct(passkeys.register, {
    refresh: [passkeys.list, sessions.list],
    onSuccess: () => {
      notice.done(t("guard.passkeyAdded"));
      onDone();
    },
  });
  if (signed === null)
    return (
      <AskPassword
        title={t("guard.addPasskey")}
        hasPassword={hasPassword}
        isBusy={begin.isPending}
        error={begin.error}
        onGo={(password) => begin.mutate({ body: { password } })}
        onClose={onClose}
      />
    );
  return (
    <Modal
      open
      title={t("guard.addPasskey")}
      okText={t("app.save")}
      okButtonProps={{ loading: register.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={400}
    >
      <Form
        // The profile on the same page has a field of this name, too.
        name="passkey"
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: deviceName(navigator.userAgent) ?? "" }}
        onFinish={({ name }) => register.mutate({ body: { name, signed: { ...signed } as never } })}
      >
        <Form.Item
          name="name"
          label={t("guard.passkeyName")}
          extra={t("guard.passkeyNameHint")}
          rules={[{ required: true, message: t("guard.passkeyNameNeeded") }]}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <FormProblem error={register.error} />
      </Form>
    </Modal>
  );
};
