import type { TaskView } from "@mainstay/contract/task";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useMay } from "../../lib/session.ts";
import { TaskList } from "../task/task-list.tsx";
import styles from "./today-screen.module.css";

const AddTask = lazy(() =>
  import("../task/add-task-dialog.tsx").then((m) => ({ default: m.AddTaskDialog })),
);

/** My open tasks, soonest due first. */
export const MyTasks = ({ items, today }: { items: readonly TaskView[]; today: IsoDay }) => {
  const { t } = useTranslation();
  const mayAdd = useMay("task.edit");
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-labelledby="my-tasks">
      <div className={styles["tasksHead"]}>
        <h2 id="my-tasks">{t("today.tasks")}</h2>
        {mayAdd && (
          <Button
            type="text"
            size="small"
            icon={<Icon name="plus" />}
            aria-label={t("task.add")}
            title={t("task.add")}
            onClick={() => setAdding(true)}
          />
        )}
      </div>
      {items.length === 0 ? (
        <p className="muted">{t("today.noTasks")}</p>
      ) : (
        <TaskList items={items} today={today} />
      )}
      {isAdding && (
        <Suspense>
          <AddTask account={null} today={today} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
};
