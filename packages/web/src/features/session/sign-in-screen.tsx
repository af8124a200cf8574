import { sessions, type SessionView } from "@mainstay/contract/session";
import { setup } from "@mainstay/contract/setup";
import { Navigate, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { adoptSession } from "../../lib/session.ts";
import { safeReturn } from "./safe-return.ts";
import { CodeStep } from "./code-step.tsx";
import { OtherWays } from "./other-ways.tsx";
import { EntryFrame } from "./entry-frame.tsx";

interface SignInWords {
  email: string;
  password: string;
}

/** Sign in and go back to where one was. */
export const SignInScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { to } = useSearch({ from: "/sign-in" });
  const state = useAnswer(setup.state, {}, { retry: false });
  const [needsCode, setNeedsCode] = useState(false);
  const enter = async (session: SessionView) => {
    await adoptSession(session);
    await navigate({ to: safeReturn(to, session.user.role), replace: true });
  };
  const signIn = useAct(sessions.signIn, {
    onSuccess: async (answer) => {
      if ("needs" in answer) setNeedsCode(true);
      else await enter(answer);
    },
  });
  if (state.data?.isNeeded === true) return <Navigate to="/set-up" replace />;
  if (needsCode)
    return (
      <EntryFrame title={t("session.codeTitle")}>
        <CodeStep onDone={enter} onBack={() => setNeedsCode(false)} />
      </EntryFrame>
    );
  return (
    <EntryFrame
      title={t("session.signIn")}
      lead={to === undefined || to === "/" ? undefined : t("session.signedOutHint")}
    >
      <Form<SignInWords>
        layout="vertical"
        requiredMark={false}
        onFinish={(body) => signIn.mutate({ body })}
      >
        <Form.Item
          name="email"
          label={t("session.email")}
          rules={[{ required: true, message: t("session.emailNeeded") }]}
        >
          <Input type="email" autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("session.password")}
          rules={[{ required: true, message: t("session.passwordNeeded") }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <FormProblem error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {t("session.signIn")}
        </Button>
      </Form>
      <OtherWays to={safeReturn(to)} onDone={enter} />
      <p className="muted" style={{ marginTop: 16 }}>
        {t("session.forgot")}
      </p>
    </EntryFrame>
  );
};
