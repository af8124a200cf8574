import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button } from "antd";
import { Suspense, lazy, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useMay } from "../../lib/session.ts";
import styles from "./today-screen.module.css";

const AddTask = lazy(() =>
  import("../task/add-task-dialog.tsx").then((m) => ({ default: m.AddTaskDialog })),
);

/** Note something to do, for oneself or a colleague. */
export const AddTaskButton = ({ today }: { today: IsoDay }) => {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  if (!useMay("task.edit")) return null;
  return (
    <div className={styles["add"]}>
      <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
        {t("task.add")}
      </Button>
      {isAdding && (
        <Suspense>
          <AddTask account={null} today={today} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </div>
  );
};
