import type { TaskView } from "@mainstay/contract/task";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import styles from "./task-list.module.css";

/** One task; why and by what it is done stand behind a touch. */
export const TaskRow = ({
  task,
  today,
  showAccount,
  isDone,
  onComplete,
  onSkip,
}: {
  task: TaskView;
  today: IsoDay;
  showAccount: boolean;
  isDone: boolean;
  onComplete: () => void;
  onSkip: () => void;
}) => {
  const { t } = useTranslation();
  const isOverdue = task.dueOn !== null && task.dueOn < today;
  return (
    <li className={styles["item"]} data-done={isDone || undefined}>
      <button
        type="button"
        className={styles["tick"]}
        disabled={!task.can.complete || isDone}
        aria-label={t("task.complete", { title: task.title })}
        onClick={onComplete}
      >
        <Icon name="check" size={12} />
      </button>
      <div className={styles["words"]}>
        <span>{task.title}</span>
        <span className={styles["about"]} data-overdue={isOverdue || undefined}>
          {isOverdue && <Icon name="warning" size={12} />}
          {task.dueOn === null ? t("task.noDue") : <Day on={task.dueOn} today={today} />}
          {isOverdue && ` · ${t("task.overdue")}`}
          {task.provisional && (
            <span className={styles["provisional"]} title={t("task.provisionalWhy")}>
              {t("task.provisional")}
            </span>
          )}
          {showAccount && task.account !== null && (
            <>
              <span aria-hidden="true">·</span>
              <Link to="/accounts/$accountId" params={{ accountId: task.account.id }}>
                {task.account.name}
              </Link>
            </>
          )}
        </span>
        {task.why !== null && (
          <details className={styles["why"]}>
            <summary aria-label={`${t("task.why")} · ${task.title}`}>{t("task.why")}</summary>
            <p>{task.why}</p>
            {task.done !== null && (
              <p>
                <strong>{t("task.doneWhen")}</strong> {task.done}
              </p>
            )}
            {task.can.skip && (
              <Button size="small" type="text" onClick={onSkip}>
                {t("task.skip")}
              </Button>
            )}
          </details>
        )}
      </div>
    </li>
  );
};
