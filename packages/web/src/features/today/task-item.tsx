import { accountPage } from "@mainstay/contract/account-page";
import { type TaskView, tasks } from "@mainstay/contract/task";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";

const Log = lazy(() =>
  import("../interaction/log-interaction-dialog.tsx").then((m) => ({
    default: m.LogInteractionDialog,
  })),
);

const stale = [todayEndpoints.get, tasks.list, accountPage.get];

/** The task's own words, and why where its maker said so. */
export const TaskWhy = ({ task }: { task: TaskView }) => (
  <>
    <strong>{task.title}</strong>
    {task.why !== null && <> {task.why}</>}
  </>
);

export const TaskGrounds = ({ task }: { task: TaskView }) => {
  const { t } = useTranslation();
  return task.done === null ? null : <span>{t("todayRow.done", { words: task.done })}</span>;
};

/** Done at one touch, with a way back; a contact that meets it is logged instead. */
export const TaskActs = ({ task, today }: { task: TaskView; today: IsoDay }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [isLogging, setLogging] = useState(false);
  const [kind] = task.contactKinds;
  const complete = useAct(tasks.complete, {
    refresh: stale,
    onSuccess: (changed) =>
      notice.done(t("todayRow.completed"), () => {
        void call(tasks.reopen, { params: { taskId: changed.id }, ifMatch: changed.version })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      }),
    onError: notice.refused,
  });
  const account = task.account;
  return (
    <>
      {kind !== undefined && account !== null && task.can.complete && (
        <Button size="small" type="primary" data-first-act onClick={() => setLogging(true)}>
          {t("todayRow.act.log")}
        </Button>
      )}
      {task.can.complete && (
        <Button
          size="small"
          {...(kind === undefined && { type: "primary" as const, "data-first-act": true })}
          loading={complete.isPending}
          aria-label={t("task.complete", { title: task.title })}
          onClick={() => complete.mutate({ params: { taskId: task.id }, ifMatch: task.version })}
        >
          {t("todayRow.act.complete")}
        </Button>
      )}
      {account !== null && task.origin !== "manual" && (
        <Link to={`/accounts/${account.id}/cycle` as string}>
          <Button size="small" type="text" tabIndex={-1}>
            {t("todayRow.act.openTask")}
          </Button>
        </Link>
      )}
      {isLogging && kind !== undefined && account !== null && (
        <Suspense>
          <Log account={account} kind={kind} today={today} onClose={() => setLogging(false)} />
        </Suspense>
      )}
    </>
  );
};
