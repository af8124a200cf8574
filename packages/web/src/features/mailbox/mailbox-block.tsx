import { mailboxes } from "@mainstay/contract/mailbox";
import { Button, Popconfirm } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct, useAnswer } from "../../lib/query.ts";
import { LastError } from "../setting/channels/last-error.tsx";
import { SettingBlock } from "../setting/setting-block.tsx";
import styles from "../setting/setting-list.module.css";

const MailboxDialog = lazy(() =>
  import("./mailbox-dialog.tsx").then((m) => ({ default: m.MailboxDialog })),
);

/** Which mailbox is read, how it went last, a test. */
export const MailboxBlock = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isEditing, setEditing] = useState(false);
  const found = useAnswer(mailboxes.get, {});
  const refresh = [mailboxes.get];
  const check = useAct(mailboxes.check, {
    refresh,
    onSuccess: ({ messages }) =>
      notice.done(t("incomingMessage.mailbox.checked", { count: messages })),
    onError: notice.refused,
  });
  const remove = useAct(mailboxes.remove, {
    refresh,
    onSuccess: () => notice.done(t("incomingMessage.mailbox.removed")),
    onError: notice.refused,
  });
  const mailbox = found.data?.mailbox ?? null;
  return (
    <SettingBlock
      title={t("incomingMessage.mailbox.title")}
      lead={t("incomingMessage.mailbox.lead")}
    >
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={1} />}
      {found.isSuccess && !mailbox && (
        <>
          <p style={{ marginBottom: 8 }}>
            {t("incomingMessage.mailbox.none")} {t("incomingMessage.mailbox.noneWhy")}
          </p>
          <Button onClick={() => setEditing(true)}>{t("incomingMessage.mailbox.setUp")}</Button>
        </>
      )}
      {mailbox && (
        <ul className={styles["list"]}>
          <li className={styles["item"]}>
            <div className={styles["words"]}>
              <span className={styles["name"]}>
                {mailbox.userName} · {mailbox.folder}
              </span>
              <span className="muted">
                {mailbox.host}:{mailbox.port} · {t(`channel.mail.security.${mailbox.security}`)} ·{" "}
                {mailbox.isEnabled ? t("channel.inUse") : t("channel.paused")}
              </span>
              <span className="muted">
                {t("incomingMessage.mailbox.lastSuccess")} <Instant at={mailbox.lastSuccessAt} />
              </span>
              <LastError words={mailbox.lastError} at={mailbox.lastErrorAt} />
            </div>
            <Button size="small" loading={check.isPending} onClick={() => check.mutate({})}>
              {t("incomingMessage.mailbox.check")}
            </Button>
            <Button size="small" onClick={() => setEditing(true)}>
              {t("app.edit")}
            </Button>
            <Popconfirm
              title={t("incomingMessage.mailbox.removeAsk")}
              okText={t("app.remove")}
              onConfirm={() => remove.mutate({})}
            >
              <Button size="small">{t("app.remove")}</Button>
            </Popconfirm>
          </li>
        </ul>
      )}
      <Suspense>
        {isEditing && <MailboxDialog mailbox={mailbox} onClose={() => setEditing(false)} />}
      </Suspense>
    </SettingBlock>
  );
};
