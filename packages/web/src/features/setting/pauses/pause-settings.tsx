import { pauses } from "@mainstay/contract/pause";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../../components/day.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorState } from "../../../components/error-state.tsx";
import { PageHeader } from "../../../components/page-header.tsx";
import { RowSkeleton } from "../../../components/skeleton.tsx";
import { useNotice } from "../../../lib/notice.tsx";
import { useAct, useAnswer } from "../../../lib/query.ts";
import { useMay } from "../../../lib/session.ts";
import styles from "../setting-list.module.css";
import { AddPauseDialog } from "./add-pause-dialog.tsx";

/** Stretches in which no order is no silence: ours, or one customer's. */
export const PauseSettings = () => {
  const { t } = useTranslation();
  const mayAdd = useMay("account.edit");
  const notice = useNotice();
  const [isAdding, setAdding] = useState(false);
  const found = useAnswer(pauses.list, { query: {} });
  const remove = useAct(pauses.remove, {
    refresh: [pauses.list],
    onSuccess: () => notice.done(t("setting.pauses.removed")),
    onError: notice.refused,
  });
  const items = found.data?.items ?? [];
  return (
    <>
      <PageHeader
        title={t("setting.pauses.title")}
        lead={t("setting.pauses.lead")}
        actions={
          mayAdd && (
            <Button type="primary" onClick={() => setAdding(true)}>
              {t("setting.pauses.add")}
            </Button>
          )
        }
      />
      {found.isError && <ErrorState error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <RowSkeleton rows={2} />}
      {found.isSuccess && items.length === 0 && <EmptyState title={t("setting.pauses.none")} />}
      {items.length > 0 && (
        <ul className={styles["list"]}>
          {items.map((pause) => (
            <li key={pause.id} className={styles["item"]}>
              <div className={styles["words"]}>
                <span className={styles["name"]}>{pause.reason}</span>
                <span className="muted">
                  {pause.accountName ?? t("setting.pauses.everybody")} ·{" "}
                  <Day on={pause.fromOn} absolute /> – <Day on={pause.toOn} absolute />
                </span>
              </div>
              {pause.can.remove && (
                <Button
                  size="small"
                  onClick={() => remove.mutate({ params: { pauseId: pause.id } })}
                >
                  {t("app.remove")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <AddPauseDialog onClose={() => setAdding(false)} />}
    </>
  );
};
