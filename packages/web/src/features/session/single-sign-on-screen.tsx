import { singleSignOn } from "@mainstay/contract/single-sign-on";
import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { Skeleton } from "../../components/skeleton.tsx";
import { useAct } from "../../lib/query.ts";
import { adoptSession } from "../../lib/session.ts";
import { EntryFrame } from "./entry-frame.tsx";
import { safeReturn } from "./safe-return.ts";

/** Where a provider sends people back to: finishes signing in, once, or says why not. */
export const SingleSignOnScreen = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isAsked = useRef(false);
  const complete = useAct(singleSignOn.complete, {
    onSuccess: async ({ session, to }) => {
      await adoptSession(session);
      await navigate({ to: safeReturn(to, session.user.role), replace: true });
    },
  });
  const { mutate } = complete;
  useEffect(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    mutate({ body: { search: window.location.search } });
  }, [mutate]);
  if (!complete.isError)
    return (
      <EntryFrame title={t("session.singleSignOn")} lead={t("session.singleSignOnWait")}>
        <Skeleton />
      </EntryFrame>
    );
  return (
    <EntryFrame title={t("session.singleSignOnFailed")}>
      <FormProblem error={complete.error} />
      <Button
        type="primary"
        size="large"
        block
        onClick={() => void navigate({ to: "/sign-in", replace: true })}
      >
        {t("session.toSignIn")}
      </Button>
    </EntryFrame>
  );
};
