import { accountPage } from "@mainstay/contract/account-page";
import { lifecycles } from "@mainstay/contract/lifecycle";
import type { TaskView } from "@mainstay/contract/task";
import { tasks } from "@mainstay/contract/task";
import { today as todayEndpoints } from "@mainstay/contract/today";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../lib/call.ts";
import { useNotice } from "../../lib/notice.tsx";
import { refreshKept } from "../../lib/optimistic.ts";
import { useAct } from "../../lib/query.ts";
import styles from "./task-list.module.css";
import { TaskRow } from "./task-row.tsx";

const stale = [todayEndpoints.get, tasks.list, accountPage.get, lifecycles.get];

const CompleteStep = lazy(() =>
  import("./complete-step-dialog.tsx").then((m) => ({ default: m.CompleteStepDialog })),
);
const SkipStep = lazy(() =>
  import("./skip-step-dialog.tsx").then((m) => ({ default: m.SkipStepDialog })),
);

/**
 * Tasks with their day and customer; one touch marks one as done, with a way back. A step of a playbook tells why it is
 * worth doing, and before it is marked by what one sees that it is done.
 */
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
  const [open, setOpen] = useState<{ act: "complete" | "skip"; task: TaskView } | null>(null);
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
  const step = open && { ...open.task, done: open.task.done ?? "" };
  const close = () => setOpen(null);
  return (
    <>
      <ul className={styles["list"]}>
        {items.map((task) => (
          <TaskRow
            key={task.id}
            task={task}
            today={today}
            showAccount={showAccount}
            isDone={complete.isPending && complete.variables?.params.taskId === task.id}
            onSkip={() => setOpen({ act: "skip", task })}
            onComplete={() =>
              task.done === null
                ? complete.mutate({ params: { taskId: task.id }, ifMatch: task.version })
                : setOpen({ act: "complete", task })
            }
          />
        ))}
      </ul>
      <Suspense>
        {step && open.act === "complete" && (
          <CompleteStep task={step} stale={stale} onClose={close} />
        )}
        {step && open.act === "skip" && <SkipStep task={step} stale={stale} onClose={close} />}
      </Suspense>
    </>
  );
};
