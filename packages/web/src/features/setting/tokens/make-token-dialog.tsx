import { accessTokens } from "@mainstay/contract/access-token";
import type { TokenScope } from "@mainstay/domain/access/token-scope";
import { tokenScopes } from "@mainstay/domain/access/token-scope";
import { Checkbox, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../../components/day-field.tsx";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useAct } from "../../../lib/query.ts";
import { CopyLine } from "../copy-line.tsx";

interface TokenWords {
  name: string;
  scopes: TokenScope[];
  expiresOn: string | null;
}

/** Make a token; then show its secret, this once. */
export const MakeTokenDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  const [form] = Form.useForm<TokenWords>();
  const make = useAct(accessTokens.create, { refresh: [accessTokens.list] });
  if (make.data)
    return (
      <Modal
        open
        title={t("setting.tokens.secretTitle")}
        onCancel={onClose}
        onOk={onClose}
        okText={t("app.close")}
        cancelButtonProps={{ hidden: true }}
        mask={{ closable: false }}
      >
        <p className="muted">{t("setting.tokens.secretWhy")}</p>
        <CopyLine text={make.data.secret} />
      </Modal>
    );
  return (
    <Modal
      open
      title={t("setting.tokens.make")}
      okText={t("setting.tokens.make")}
      okButtonProps={{ loading: make.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={440}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ scopes: ["read"], expiresOn: null }}
        onFinish={(body: TokenWords) => make.mutate({ body })}
      >
        <Form.Item
          name="name"
          label={t("setting.tokens.name")}
          rules={[{ required: true, message: t("session.nameNeeded") }]}
        >
          <Input autoFocus maxLength={100} placeholder={t("setting.tokens.nameHint")} />
        </Form.Item>
        <Form.Item
          name="scopes"
          label={t("setting.tokens.scopes")}
          rules={[{ required: true, message: t("setting.tokens.scopeNeeded") }]}
        >
          <Checkbox.Group
            options={tokenScopes.map((value) => ({ value, label: t(`glossary.scope.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="expiresOn"
          label={`${t("setting.tokens.expiresOn")} (${t("app.optional")})`}
        >
          <DayField />
        </Form.Item>
        <FormProblem error={make.error} />
      </Form>
    </Modal>
  );
};
