import { secondFactors } from "@mainstay/contract/second-factor";
import { sessions } from "@mainstay/contract/session";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { AskPassword } from "./ask-password.tsx";
import styles from "./guard.module.css";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";
import { SetUpDialog } from "./set-up-dialog.tsx";

type Asking = "begin" | "renew" | "remove" | null;

/** My authenticator: turn it on, new recovery codes, turn it off. `onOn` runs once it is on and the codes are kept. */
export const MySecondFactor = ({ onOn }: { onOn?: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [asking, setAsking] = useState<Asking>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const found = useAnswer(secondFactors.get, {});
  const refresh = [secondFactors.get, sessions.list];
  const begin = useAct(secondFactors.begin, { onSuccess: () => setAsking(null) });
  const shown = (recoveryCodes: readonly string[]) => {
    setAsking(null);
    setCodes(recoveryCodes);
  };
  const renew = useAct(secondFactors.renewCodes, {
    refresh,
    onSuccess: ({ recoveryCodes }) => shown(recoveryCodes),
  });
  const remove = useAct(secondFactors.remove, {
    refresh,
    onSuccess: () => {
      setAsking(null);
      notice.done(t("guard.turnedOff"));
    },
  });
  // Codes that are shown once stay, also when asking anew fails beneath them.
  if (!found.data) {
    if (!found.isError) return <Skeleton lines={2} />;
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { isOn, since, recoveryCodesLeft, isDemanded, hasPassword } = found.data;
  const ask = (what: Asking) => {
    for (const act of [begin, renew, remove]) act.reset();
    setAsking(what);
  };
  const acts = { begin, renew, remove } as const;
  const titles = {
    begin: t("guard.turnOn"),
    renew: t("guard.renewCodes"),
    remove: t("guard.turnOffTitle"),
  };
  return (
    <>
      <div className={styles["state"]}>
        <p>
          {isOn && since !== null
            ? `${t("guard.onSince", { at: formatInstant(since) })} · ${t("guard.codesLeft", { count: recoveryCodesLeft })}`
            : t("guard.off")}
          {isDemanded && <span className="muted"> · {t("guard.demanded")}</span>}
        </p>
        {isOn ? (
          <>
            <Button onClick={() => ask("renew")}>{t("guard.renewCodes")}</Button>
            {!isDemanded && <Button onClick={() => ask("remove")}>{t("guard.turnOff")}</Button>}
          </>
        ) : (
          <Button type="primary" onClick={() => ask("begin")}>
            {t("guard.turnOn")}
          </Button>
        )}
      </div>
      {asking !== null && (
        <AskPassword
          title={titles[asking]}
          hasPassword={hasPassword}
          isBusy={acts[asking].isPending}
          error={acts[asking].error}
          onGo={(password) => acts[asking].mutate({ body: { password } })}
          onClose={() => setAsking(null)}
        />
      )}
      {begin.data && codes === null && (
        <SetUpDialog begun={begin.data} onDone={shown} onClose={() => begin.reset()} />
      )}
      {codes !== null && (
        <RecoveryCodesDialog
          codes={codes}
          onClose={() => {
            setCodes(null);
            begin.reset();
            void found.refetch();
            onOn?.();
          }}
        />
      )}
    </>
  );
};
