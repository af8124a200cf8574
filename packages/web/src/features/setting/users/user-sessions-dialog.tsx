import { type UserView, users } from "@mainstay/contract/user";
import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { DeviceRow } from "../me/device-row.tsx";
import styles from "../setting-list.module.css";

/** Where a colleague is signed in, and how to end it there. */
export const UserSessionsDialog = ({ user, onClose }: { user: UserView; onClose: () => void }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const params = { userId: user.id };
  const found = useAnswer(users.sessions, { params });
  const ended = {
    refresh: [users.sessions],
    onSuccess: () => notice.done(t("guard.ofUser.ended")),
    onError: notice.refused,
  };
  const end = useAct(users.endSession, ended);
  const endAll = useAct(users.endSessions, ended);
  const rows = found.data?.items ?? [];
  return (
    <Modal
      open
      title={t("guard.ofUser.sessionsOf", { name: user.name })}
      onCancel={onClose}
      footer={
        <>
          {rows.length > 0 && (
            <Button danger loading={endAll.isPending} onClick={() => endAll.mutate({ params })}>
              {t("guard.ofUser.endAll")}
            </Button>
          )}
          <Button onClick={onClose}>{t("app.close")}</Button>
        </>
      }
    >
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={2} />}
      {found.isSuccess && rows.length === 0 && (
        <p className="muted">{t("guard.ofUser.noSessions")}</p>
      )}
      {rows.length > 0 && (
        <ul className={styles["list"]}>
          {rows.map((row) => (
            <DeviceRow
              key={row.id}
              row={row}
              act={
                <Button
                  size="small"
                  onClick={() => end.mutate({ params: { ...params, sessionId: row.id } })}
                >
                  {t("guard.ofUser.end")}
                </Button>
              }
            />
          ))}
        </ul>
      )}
    </Modal>
  );
};
