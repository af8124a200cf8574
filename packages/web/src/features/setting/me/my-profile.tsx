import { sessions } from "@mainstay/contract/session";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../../components/form-problem.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { queryClient, useAct } from "../../../lib/query.ts";
import { sessionAnswer, useSession } from "../../../lib/session.ts";

export const MyProfile = () => {
  const { t } = useTranslation();
  const { user } = useSession();
  const notice = useNotice();
  const save = useAct(sessions.changeProfile, {
    onSuccess: (session) => {
      queryClient.setQueryData(sessionAnswer().queryKey, session);
      notice.done(t("app.saved"));
    },
  });
  return (
    <Form<{ name: string }>
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: user.name, email: user.email }}
      onFinish={({ name }) => save.mutate({ body: { name } })}
      style={{ maxWidth: 360 }}
    >
      <Form.Item name="email" label={t("setting.me.email")}>
        <Input readOnly variant="borderless" style={{ paddingInline: 0 }} />
      </Form.Item>
      <Form.Item
        name="name"
        label={t("setting.me.name")}
        rules={[{ required: true, message: t("session.nameNeeded") }]}
      >
        <Input autoComplete="name" maxLength={100} />
      </Form.Item>
      <FormProblem error={save.error} />
      <Button htmlType="submit" loading={save.isPending}>
        {t("app.save")}
      </Button>
    </Form>
  );
};
