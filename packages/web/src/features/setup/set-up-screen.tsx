import { workspaces } from "@mainstay/contract/setting";
import { setup } from "@mainstay/contract/setup";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { noteDemoComing } from "../../lib/demo-note.ts";
import { readLinkToken } from "../../lib/link-token.ts";
import { call } from "../../lib/call.ts";
import { usePreferences } from "../../lib/preferences.ts";
import { useAct, useAnswer } from "../../lib/query.ts";
import { adoptSession } from "../../lib/session.ts";
import { EntryFrame } from "../session/entry-frame.tsx";
import styles from "./set-up-screen.module.css";

interface SetUpWords {
  workspaceName: string;
  name: string;
  email: string;
  password: string;
  portfolio: "empty" | "demo";
}

/** First run: name the workspace, become its administrator, start empty or with the demo portfolio. */
export const SetUpScreen = () => {
  const { t } = useTranslation();
  const { locale } = usePreferences();
  const navigate = useNavigate();
  const [token] = useState(readLinkToken);
  const state = useAnswer(setup.state, {}, { retry: false });
  const complete = useAct(setup.complete, {
    onSuccess: async (session, { body }) => {
      if (body.portfolio === "demo") noteDemoComing();
      await adoptSession(session);
      // Short amounts (万元, k and M) read better on a list; the workspace can choose otherwise in Settings.
      await call(workspaces.edit, { body: { amountUnit: "ten_thousand_yuan" } }).catch(
        () => undefined,
      );
      await navigate({ to: "/", replace: true });
    },
  });
  if (state.data?.isNeeded === false || token === null) {
    const isDone = state.data?.isNeeded === false;
    return (
      <EntryFrame title={t("setup.title")}>
        <EmptyState
          title={isDone ? t("setup.done") : t("session.linkMissing")}
          words={isDone ? t("setup.doneWhy") : t("setup.linkWhere")}
          action={
            isDone && (
              <Button onClick={() => void navigate({ to: "/sign-in" })}>
                {t("session.toSignIn")}
              </Button>
            )
          }
        />
      </EntryFrame>
    );
  }
  const needed = (message: string) => [{ required: true, message }];
  return (
    <EntryFrame title={t("setup.title")} lead={t("setup.lead")}>
      <Form<SetUpWords>
        layout="vertical"
        requiredMark={false}
        initialValues={{ portfolio: "empty" }}
        onFinish={({ workspaceName, portfolio, ...administrator }) =>
          complete.mutate({ body: { token, workspaceName, portfolio, locale, administrator } })
        }
      >
        <Form.Item
          name="workspaceName"
          label={t("setup.workspace")}
          rules={needed(t("setup.workspaceNeeded"))}
        >
          <Input autoComplete="organization" size="large" autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t("setup.admin")} rules={needed(t("session.nameNeeded"))}>
          <Input autoComplete="name" size="large" />
        </Form.Item>
        <Form.Item name="email" label={t("session.email")} rules={needed(t("session.emailNeeded"))}>
          <Input type="email" autoComplete="username" size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("session.password")}
          extra={t("session.passwordHint")}
          rules={needed(t("session.passwordNeeded"))}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <Form.Item name="portfolio" label={t("setup.portfolio")}>
          <Radio.Group className={styles["choice"]}>
            {(["empty", "demo"] as const).map((portfolio) => (
              <Radio key={portfolio} value={portfolio} className={styles["option"]}>
                <span className={styles["optionName"]}>{t(`setup.${portfolio}`)}</span>
                <span className={styles["optionWhy"]}>{t(`setup.${portfolio}Why`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <FormProblem error={complete.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={complete.isPending}>
          {t("setup.start")}
        </Button>
      </Form>
    </EntryFrame>
  );
};
