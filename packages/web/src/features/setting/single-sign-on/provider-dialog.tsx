import {
  newUserRoles,
  type OidcProviderView,
  singleSignOn,
} from "@mainstay/contract/single-sign-on";
import { Form, Input, Modal, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct } from "../../../lib/query.ts";

type Words = Omit<OidcProviderView, "id" | "hasSecret" | "redirectUri" | "version"> & {
  clientSecret?: string;
};

const fresh: Words = {
  label: "",
  issuer: "",
  clientId: "",
  otherHosts: [],
  mailDomains: [],
  makesUsers: false,
  newUserRole: "service",
  isEnabled: true,
};

/** One provider: who it is, how we show ourselves to it, whom it may bring in. */
export const ProviderDialog = ({
  provider,
  onClose,
}: {
  provider: OidcProviderView | null;
  onClose: () => void;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [form] = Form.useForm<Words>();
  const makesUsers = Form.useWatch("makesUsers", form) ?? provider?.makesUsers ?? false;
  const done = {
    refresh: [singleSignOn.list, singleSignOn.options],
    onSuccess: () => {
      notice.done(t("singleSignOn.saved"));
      onClose();
    },
  };
  const create = useAct(singleSignOn.create, done);
  const edit = useAct(singleSignOn.edit, done);
  const finish = ({ clientSecret, ...words }: Words) => {
    const rest = { ...fresh, ...provider, ...words };
    const body = { ...rest, ...(clientSecret ? { clientSecret } : {}) };
    if (!provider) return create.mutate({ body });
    const params = { providerId: provider.id };
    return edit.mutate({ params, ifMatch: provider.version, body });
  };
  const needed = (message: string) => [{ required: true, message }];
  return (
    <Modal
      open
      title={provider?.label ?? t("singleSignOn.add")}
      okText={t("app.save")}
      okButtonProps={{ loading: create.isPending || edit.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={provider ?? fresh}
        onFinish={finish}
        autoComplete="off"
      >
        <Form.Item
          name="label"
          label={t("singleSignOn.label")}
          extra={t("singleSignOn.labelHint")}
          rules={needed(t("singleSignOn.labelNeeded"))}
        >
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item
          name="issuer"
          label={t("singleSignOn.issuer")}
          rules={needed(t("singleSignOn.issuerNeeded"))}
        >
          <Input placeholder="https://" maxLength={500} inputMode="url" />
        </Form.Item>
        <Form.Item
          name="clientId"
          label={t("singleSignOn.clientId")}
          rules={needed(t("singleSignOn.clientIdNeeded"))}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="clientSecret"
          label={t("singleSignOn.clientSecret")}
          extra={t("singleSignOn.secretHint")}
        >
          <Input.Password
            autoComplete="new-password"
            maxLength={1000}
            {...(provider?.hasSecret && { placeholder: t("singleSignOn.secretKept") })}
          />
        </Form.Item>
        <Form.Item
          name="mailDomains"
          label={t("singleSignOn.mailDomains")}
          extra={t("singleSignOn.mailDomainsHint")}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", " ", "，"]} />
        </Form.Item>
        <Form.Item
          name="otherHosts"
          label={t("singleSignOn.otherHosts")}
          extra={t("singleSignOn.otherHostsHint")}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", " ", "，"]} />
        </Form.Item>
        <Form.Item name="makesUsers" label={t("singleSignOn.makesUsers")} valuePropName="checked">
          <Switch />
        </Form.Item>
        {makesUsers && (
          <Form.Item name="newUserRole" label={t("singleSignOn.newUserRole")}>
            <Select
              options={newUserRoles.map((value) => ({ value, label: t(`glossary.role.${value}`) }))}
            />
          </Form.Item>
        )}
        <Form.Item name="isEnabled" label={t("singleSignOn.isEnabled")} valuePropName="checked">
          <Switch />
        </Form.Item>
        <FormProblem error={create.error ?? edit.error} />
      </Form>
    </Modal>
  );
};
