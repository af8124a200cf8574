import type { RunStep } from "@mainstay/contract/lifecycle";
import { tasks } from "@mainstay/contract/task";
import type { IsoDay } from "@mainstay/domain/calendar/day-number";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { Icon } from "../../components/icon.tsx";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { CompleteStepDialog } from "../task/complete-step-dialog.tsx";
import { SkipStepDialog } from "../task/skip-step-dialog.tsx";
import styles from "./lifecycle.module.css";
import { staleAfterStep } from "./stale-after-stage.ts";

const roundOf = (key: string): number | null => {
  const round = key.split("#")[1];
  return round === undefined ? null : Number(round);
};

/** One step: what, when, who; why and by what it is done on demand; done or skipped with a touch. */
export const StepRow = ({ step, today }: { step: RunStep; today: IsoDay }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const [dialog, setDialog] = useState<"complete" | "skip" | null>(null);
  const reopen = useAct(tasks.reopen, { refresh: staleAfterStep, onError: notice.refused });
  const { taskId, version, state } = step;
  const isOverdue = state === "open" && step.dueOn !== null && step.dueOn < today;
  const round = roundOf(step.key);
  const role = t(`lifecycle.ownerRole.${step.ownerRole}`);
  const task =
    taskId !== null && version !== null
      ? { id: taskId, version, title: step.title, done: step.done }
      : null;
  return (
    <li className={styles["step"]} data-state={state} data-overdue={isOverdue || undefined}>
      <details>
        <summary aria-label={t("lifecycle.step.details", { title: step.title })}>
          <span className={styles["stepTitle"]}>
            <span className={styles["mark"]} aria-hidden="true">
              {state === "done" && <Icon name="check" size={12} />}
              {state === "dropped" && <Icon name="close" size={12} />}
              {state === "waiting" && <Icon name="clock" size={12} />}
            </span>
            {step.title}
            {round !== null && (
              <span className="muted">{t("lifecycle.step.round", { round })}</span>
            )}
          </span>
          <span className={styles["stepAbout"]}>
            <StepDay step={step} today={today} isOverdue={isOverdue} />
            {(state === "open" || state === "done") && (
              <span
                className={step.owner === null && state === "open" ? styles["unowned"] : undefined}
              >
                {step.owner === null
                  ? t("lifecycle.step.nobody", { role })
                  : t("lifecycle.step.roleOwner", { role, name: step.owner.name })}
              </span>
            )}
            {state === "waiting" && <span>{t("lifecycle.step.role", { role })}</span>}
          </span>
        </summary>
        <dl className={styles["told"]}>
          <dt>{t("lifecycle.step.why")}</dt>
          <dd>{step.why}</dd>
          <dt>{t("lifecycle.step.doneWhen")}</dt>
          <dd>{step.done}</dd>
        </dl>
        {step.contactKinds.length > 0 && state !== "done" && (
          <p className="muted">
            {t("lifecycle.step.byContact", {
              kinds: step.contactKinds
                .map((kind) => t(`glossary.interactionKind.${kind}`))
                .join(" / "),
            })}
          </p>
        )}
        {step.provisional && <p className="muted">{t("lifecycle.step.provisionalWhy")}</p>}
      </details>
      {task !== null && (
        <div className={styles["acts"]}>
          {step.can.complete && (
            <Button size="small" onClick={() => setDialog("complete")}>
              {t("lifecycle.step.complete")}
            </Button>
          )}
          {step.can.skip && (
            <Button size="small" type="text" onClick={() => setDialog("skip")}>
              {t("lifecycle.step.skip")}
            </Button>
          )}
          {step.can.reopen && (
            <Button
              size="small"
              type="text"
              loading={reopen.isPending}
              onClick={() => reopen.mutate({ params: { taskId: task.id }, ifMatch: task.version })}
            >
              {t("lifecycle.step.reopen")}
            </Button>
          )}
        </div>
      )}
      {task !== null && dialog === "complete" && (
        <CompleteStepDialog task={task} stale={staleAfterStep} onClose={() => setDialog(null)} />
      )}
      {task !== null && dialog === "skip" && (
        <SkipStepDialog task={task} stale={staleAfterStep} onClose={() => setDialog(null)} />
      )}
    </li>
  );
};

const StepDay = ({
  step,
  today,
  isOverdue,
}: {
  step: RunStep;
  today: IsoDay;
  isOverdue: boolean;
}) => {
  const { t } = useTranslation();
  if (step.state === "done")
    return (
      <span>
        {step.finishedOn !== null && t("lifecycle.step.finishedOn", { on: step.finishedOn })}
        {step.metByContact && ` · ${t("lifecycle.step.metByContact")}`}
      </span>
    );
  if (step.state === "dropped") {
    // A step that a person skipped is finished on a day; one that its stage's end stopped is not.
    const isSkipped = step.finishedOn !== null;
    const { skipReason } = step;
    if (skipReason === null) return <span>{t("lifecycle.step.stopped")}</span>;
    return (
      <span>
        {t(isSkipped ? "lifecycle.step.skipped" : "lifecycle.step.stoppedFor", {
          reason: skipReason,
        })}
      </span>
    );
  }
  return (
    <>
      <span className={isOverdue ? styles["late"] : undefined}>
        {isOverdue && <Icon name="warning" size={12} />}
        {t(step.state === "waiting" ? "lifecycle.step.expected" : "lifecycle.step.due")}{" "}
        <Day on={step.dueOn} today={today} />
        {isOverdue && ` · ${t("task.overdue")}`}
      </span>
      {step.provisional && (
        <span className={styles["provisional"]} title={t("lifecycle.step.provisionalWhy")}>
          {t("lifecycle.step.provisional")}
        </span>
      )}
      {step.waitsFor !== null && <span>{t("lifecycle.step.waits", { step: step.waitsFor })}</span>}
    </>
  );
};
