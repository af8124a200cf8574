import { mailSettings, outgoingMessages } from "@mainstay/contract/mail";
import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Instant } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { SettingBlock } from "../setting-block.tsx";
import styles from "../setting-list.module.css";
import { LastError } from "./last-error.tsx";
import { MailDialog } from "./mail-dialog.tsx";

/** Where mail goes out, how it went last, a test. */
export const MailBlock = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isEditing, setEditing] = useState(false);
  const found = useAnswer(mailSettings.get, {});
  const refresh = [mailSettings.get, outgoingMessages.list];
  const check = useAct(mailSettings.check, {
    refresh,
    onSuccess: ({ to }) => notice.done(t("channel.mail.tested", { to })),
    onError: notice.refused,
  });
  const remove = useAct(mailSettings.remove, {
    refresh,
    onSuccess: () => notice.done(t("channel.mail.removed")),
    onError: notice.refused,
  });
  const setting = found.data?.setting ?? null;
  return (
    <SettingBlock title={t("channel.mail.title")} lead={t("channel.mail.lead")}>
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={1} />}
      {found.isSuccess && !setting && (
        <EmptyState
          title={t("channel.mail.none")}
          words={t("channel.mail.noneWhy")}
          action={<Button onClick={() => setEditing(true)}>{t("channel.mail.setUp")}</Button>}
        />
      )}
      {setting && (
        <ul className={styles["list"]}>
          <li className={styles["item"]}>
            <div className={styles["words"]}>
              <span className={styles["name"]}>
                {setting.host}:{setting.port}
              </span>
              <span className="muted">
                {t(`channel.mail.security.${setting.security}`)} · {setting.fromAddress} ·{" "}
                {setting.isEnabled ? t("channel.inUse") : t("channel.paused")}
              </span>
              <span className="muted">
                {t("channel.lastSent")} <Instant at={setting.lastSentAt} />
              </span>
              <LastError words={setting.lastError} at={setting.lastErrorAt} />
            </div>
            <Button size="small" loading={check.isPending} onClick={() => check.mutate({})}>
              {t("channel.mail.test")}
            </Button>
            <Button size="small" onClick={() => setEditing(true)}>
              {t("app.edit")}
            </Button>
            <Popconfirm
              title={t("channel.mail.removeAsk")}
              okText={t("app.remove")}
              onConfirm={() => remove.mutate({})}
            >
              <Button size="small">{t("app.remove")}</Button>
            </Popconfirm>
          </li>
        </ul>
      )}
      {isEditing && <MailDialog setting={setting} onClose={() => setEditing(false)} />}
    </SettingBlock>
  );
};
