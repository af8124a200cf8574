import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/empty-state.tsx";
import { PageHeader, Screen } from "../../components/page-header.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { sendNow } from "../../lib/offline/keep-sending.ts";
import { listWaiting } from "../../lib/offline/outbox.ts";
import { useSession, useSignOutNow } from "../../lib/session.ts";
import styles from "./outbox.module.css";
import { useOutbox } from "./use-outbox.ts";
import { WaitingRow } from "./waiting-row.tsx";

/** Everything that was logged on this device and has not reached the server, with what stands in its way. */
export const OutboxScreen = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const { leaving } = useSearch({ from: "/workspace/outbox" });
  const { user } = useSession();
  const waiting = useOutbox();
  const signOutNow = useSignOutNow();
  const [isSending, setSending] = useState(false);
  const send = async () => {
    setSending(true);
    await sendNow(user.id).catch(() => undefined);
    const left = await listWaiting(user.id);
    setSending(false);
    const sent = waiting.length - left.length;
    if (sent > 0) notice.done(t("quickLog.outbox.sent", { count: sent }));
    else if (left.some(({ refusal, draft }) => refusal === null && draft !== null))
      notice.done(t("quickLog.outbox.stillOffline"));
  };
  return (
    <Screen width="narrow">
      <PageHeader
        title={t("quickLog.outbox.title")}
        lead={t("quickLog.outbox.lead")}
        actions={
          waiting.length > 0 && (
            <Button type="primary" loading={isSending} onClick={() => void send()}>
              {t("quickLog.outbox.sendNow")}
            </Button>
          )
        }
      />
      {leaving === "yes" && (
        <section className={styles["leaving"]} role="alert">
          <strong>{t("quickLog.outbox.leaving", { count: waiting.length })}</strong>
          <p>{t("quickLog.outbox.leavingHint")}</p>
          <div className={styles["acts"]}>
            <Button onClick={() => void navigate({ to: "/" })}>{t("quickLog.outbox.stay")}</Button>
            <Button danger onClick={signOutNow}>
              {t("quickLog.outbox.leaveAnyway")}
            </Button>
          </div>
        </section>
      )}
      {waiting.length === 0 ? (
        <EmptyState title={t("quickLog.outbox.none")} words={t("quickLog.outbox.noneHint")} />
      ) : (
        <ul className={styles["list"]}>
          {waiting.map((log) => (
            <WaitingRow key={log.clientRef} log={log} onSend={send} />
          ))}
        </ul>
      )}
    </Screen>
  );
};
