import { sessions } from "@mainstay/contract/session";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/error-state.tsx";
import { Skeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { DeviceRow } from "./device-row.tsx";
import styles from "../setting-list.module.css";

/** Where I am signed in, and how to end it there. */
export const MyDevices = () => {
  const { t } = useTranslation();
  const notice = useNotice();
  const found = useAnswer(sessions.list, {});
  const ended = {
    refresh: [sessions.list],
    onSuccess: () => notice.done(t("setting.me.sessionEnded")),
    onError: notice.refused,
  };
  const end = useAct(sessions.end, ended);
  const endOthers = useAct(sessions.endOthers, ended);
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton lines={2} />;
  const rows = found.data.items;
  return (
    <>
      <ul className={styles["list"]}>
        {rows.map((row) => (
          <DeviceRow
            key={row.id}
            row={row}
            act={
              row.isCurrent ? (
                <span className="muted">{t("setting.me.thisDevice")}</span>
              ) : (
                <Button size="small" onClick={() => end.mutate({ params: { sessionId: row.id } })}>
                  {t("setting.me.endSession")}
                </Button>
              )
            }
          />
        ))}
      </ul>
      {rows.length > 1 && (
        <Button style={{ marginTop: 12 }} onClick={() => endOthers.mutate({})}>
          {t("setting.me.endOthers")}
        </Button>
      )}
    </>
  );
};
