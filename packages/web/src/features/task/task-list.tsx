import { accountPage } from "@mainstay/contract/account-page";
import type { TaskView } from "@mainstay/contract/task";
import { tasks } from "@mainstay/contract/task";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./task-list.module.css";

const stale = [todayEndpoints.get, tasks.list, accountPage.get];

/** Tasks with their day and customer; one touch marks one as done, with a way back. */
export const TaskList = ({
  items,
  today,
  showAccount = true,
}: {
  items: readonly TaskView[];
  today: IsoDay;
  showAccount?: boolean;
}) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const complete = useAct(tasks.complete, {
    refresh: stale,
    onSuccess: (task) =>
      notice.done(t("task.completed"), () => {
        void call(tasks.reopen, { params: { taskId: task.id }, ifMatch: task.version })
          .then(() => refreshKept(...stale))
          .catch(notice.refused);
      }),
    onError: notice.refused,
  });
  return (
    <ul className={styles["list"]}>
      {items.map((task) => {
        const isDone = complete.isPending && complete.variables?.params.taskId === task.id;
        const isOverdue = task.dueOn !== null && task.dueOn < today;
        return (
          <li key={task.id} className={styles["item"]} data-done={isDone || undefined}>
            <button
              type="button"
              className={styles["tick"]}
              disabled={!task.can.complete || isDone}
              aria-label={t("task.complete", { title: task.title })}
              onClick={() =>
                complete.mutate({ params: { taskId: task.id }, ifMatch: task.version })
              }
            >
              <Icon name="check" size={12} />
            </button>
            <div className={styles["words"]}>
              <span>{task.title}</span>
              <span className={styles["about"]} data-overdue={isOverdue || undefined}>
                {isOverdue && <Icon name="warning" size={12} />}
                {task.dueOn === null ? t("task.noDue") : <Day on={task.dueOn} today={today} />}
                {isOverdue && ` · ${t("task.overdue")}`}
                {showAccount && task.account !== null && (
                  <>
                    <span aria-hidden="true">·</span>
                    <Link to="/accounts/$accountId" params={{ accountId: task.account.id }}>
                      {task.account.name}
                    </Link>
                  </>
                )}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
};
