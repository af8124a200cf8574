import { secondFactors } from "@mainstay/contract/second-factor";
import type { SessionView } from "@mainstay/contract/session";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct } from "../../lib/query.ts";

/** The second step of signing in: the code of an authenticator, or a recovery code. */
export const CodeStep = ({
  onDone,
  onBack,
}: {
  onDone: (session: SessionView) => Promise<void>;
  onBack: () => void;
}) => {
  const { t } = useTranslation();
  const signIn = useAct(secondFactors.signIn, { onSuccess: onDone });
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(body) => signIn.mutate({ body })}
    >
      <Form.Item
        name="code"
        label={t("session.code")}
        extra={t("session.codeLead")}
        rules={[{ required: true, min: 6, message: t("session.codeNeeded") }]}
      >
        <Input autoComplete="one-time-code" autoFocus size="large" maxLength={40} />
      </Form.Item>
      <FormProblem error={signIn.error} />
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        {t("session.codeGo")}
      </Button>
      <Button type="link" block onClick={onBack} style={{ marginTop: 8 }}>
        {t("session.back")}
      </Button>
    </Form>
  );
};
