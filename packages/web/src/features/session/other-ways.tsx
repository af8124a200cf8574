import { passkeys } from "@mainstay/contract/passkey";
import type { SessionView } from "@mainstay/contract/session";
import { singleSignOn } from "@mainstay/contract/single-sign-on";
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
} from "@simplewebauthn/browser";
import { Button, Divider } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormProblem } from "../../components/form-problem.tsx";
import { call } from "../../lib/call.ts";
import { AppProblem } from "../../lib/problem.ts";
import { useAct, useAnswer } from "../../lib/query.ts";

/** Signing in without a password: a passkey of this device, or the company's own sign-in. */
export const OtherWays = ({
  to,
  onDone,
}: {
  to: string;
  onDone: (session: SessionView) => Promise<void>;
}) => {
  const { t } = useTranslation();
  const options = useAnswer(singleSignOn.options, {}, { retry: false });
  const start = useAct(singleSignOn.start, { onSuccess: ({ url }) => window.location.assign(url) });
  const passkey = usePasskeySignIn(onDone);
  const hasPasskeys = options.data?.passkeys === true && browserSupportsWebAuthn();
  const providers = options.data?.providers ?? [];
  if (!hasPasskeys && providers.length === 0) return null;
  return (
    <>
      <Divider plain>{t("session.or")}</Divider>
      <div style={{ display: "grid", gap: 8 }}>
        {hasPasskeys && (
          <Button size="large" block loading={passkey.isBusy} onClick={() => void passkey.begin()}>
            {t("session.withPasskey")}
          </Button>
        )}
        {providers.map(({ provider, label }) => (
          <Button
            key={provider}
            size="large"
            block
            loading={start.isPending && start.variables.body.provider === provider}
            onClick={() => start.mutate({ body: { provider, to } })}
          >
            {t("session.withProvider", { label })}
          </Button>
        ))}
      </div>
      {passkey.isCancelled && (
        <p role="alert" className="muted">
          {t("session.passkeyCancelled")}
        </p>
      )}
      <FormProblem error={passkey.problem ?? start.error} />
    </>
  );
};

const usePasskeySignIn = (onDone: (session: SessionView) => Promise<void>) => {
  const [isBusy, setBusy] = useState(false);
  const [isCancelled, setCancelled] = useState(false);
  const [problem, setProblem] = useState<AppProblem | null>(null);
  const begin = async () => {
    setBusy(true);
    setCancelled(false);
    setProblem(null);
    try {
      const { options } = await call(passkeys.beginSignIn, {});
      const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON;
      const signed = await startAuthentication({ optionsJSON });
      await onDone(await call(passkeys.signIn, { body: { signed: { ...signed } as never } }));
    } catch (error) {
      // Everything but a refusal of ours is the browser's: nothing chosen, or the device did not verify.
      if (error instanceof AppProblem) setProblem(error);
      else setCancelled(true);
    } finally {
      setBusy(false);
    }
  };
  return { begin, isBusy, isCancelled, problem };
};
