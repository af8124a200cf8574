import type { SessionView } from "@mainstay/contract/session";
import { invitations } from "@mainstay/contract/user";
import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { readLinkToken } from "../../lib/link-token.ts";
import { isProblem } from "../../lib/problem.ts";
import { useAct } from "../../lib/query.ts";
import { adoptSession } from "../../lib/session.ts";
import { CodeStep } from "./code-step.tsx";
import { EntryFrame } from "./entry-frame.tsx";
import { homeOf } from "./safe-return.ts";

interface JoinWords {
  name?: string;
  email?: string;
  password: string;
}

/** A one-time link: who it is for, a password, and in. */
export const InvitationScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [token] = useState(readLinkToken);
  const { mutate: look, ...looked } = useAct(invitations.look);
  useEffect(() => {
    if (token !== null) look({ body: { token } });
  }, [token, look]);
  const [needsCode, setNeedsCode] = useState(false);
  const enter = async (session: SessionView) => {
    await adoptSession(session);
    await navigate({ to: homeOf(session.user.role), replace: true });
  };
  const accept = useAct(invitations.accept, {
    onSuccess: async (answer) => {
      if ("needs" in answer) setNeedsCode(true);
      else await enter(answer);
    },
  });
  const invitation = looked.data;
  if (token === null || isProblem(looked.error, "session.link_invalid")) {
    const kind = token === null ? "linkMissing" : "linkInvalid";
    return (
      <EntryFrame title={t("session.invitation")}>
        <EmptyState
          title={t(`session.${kind}`)}
          words={t(`session.${kind}Why`)}
          action={
            <Button onClick={() => void navigate({ to: "/sign-in" })}>
              {t("session.toSignIn")}
            </Button>
          }
        />
      </EntryFrame>
    );
  }
  if (looked.isError)
    return (
      <EntryFrame title={t("session.invitation")}>
        <ErrorState error={looked.error} onRetry={() => look({ body: { token } })} />
      </EntryFrame>
    );
  if (invitation === undefined)
    return (
      <EntryFrame title={t("session.invitation")}>
        <Skeleton />
      </EntryFrame>
    );
  if (needsCode)
    return (
      <EntryFrame title={t("session.codeTitle")}>
        <CodeStep onDone={enter} onBack={() => void navigate({ to: "/sign-in" })} />
      </EntryFrame>
    );
  const isAdmin = invitation.kind === "admin";
  return (
    <EntryFrame
      title={t("session.invitation")}
      lead={
        isAdmin
          ? t("session.adminLead", { workspace: invitation.workspaceName })
          : t("session.invitationLead", {
              name: invitation.name ?? invitation.email ?? "",
              workspace: invitation.workspaceName,
            })
      }
    >
      <Form<JoinWords>
        layout="vertical"
        requiredMark={false}
        onFinish={(words) => accept.mutate({ body: { token, ...words } })}
      >
        {isAdmin && (
          <Form.Item
            name="name"
            label={t("session.name")}
            rules={[{ required: true, message: t("session.nameNeeded") }]}
          >
            <Input autoComplete="name" size="large" />
          </Form.Item>
        )}
        {isAdmin && (
          <Form.Item
            name="email"
            label={t("session.email")}
            rules={[{ required: true, message: t("session.emailNeeded") }]}
          >
            <Input type="email" autoComplete="username" size="large" />
          </Form.Item>
        )}
        {!isAdmin && (
          <input type="hidden" autoComplete="username" value={invitation.email ?? ""} readOnly />
        )}
        <Form.Item
          name="password"
          label={t("session.newPassword")}
          extra={t("session.passwordHint")}
          rules={[{ required: true, message: t("session.passwordNeeded") }]}
        >
          <Input.Password autoComplete="new-password" size="large" />
        </Form.Item>
        <FormProblem error={accept.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={accept.isPending}>
          {t("session.join")}
        </Button>
      </Form>
    </EntryFrame>
  );
};
