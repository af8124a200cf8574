import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { DayField } from "../../components/day-field.tsx";
import { Icon } from "../../components/icon.tsx";
import type { Step } from "./quick-log-draft.ts";
import styles from "./quick-log.module.css";

/** The next steps that were read, each a task with its day; corrected in place. */
export const StepList = ({
  steps,
  onChange,
}: {
  steps: readonly Step[];
  onChange: (steps: readonly Step[]) => void;
}) => {
  const { t } = useTranslation();
  const change = (at: number, step: Partial<Step>) =>
    onChange(steps.map((one, index) => (index === at ? { ...one, ...step } : one)));
  if (steps.length === 0) return null;
  return (
    <ul className={styles["steps"]} aria-label={t("quickLog.nextSteps")}>
      {steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and keep their order
        <li key={at} className={styles["step"]}>
          <Icon name="task" />
          <Input
            size="small"
            variant="borderless"
            maxLength={300}
            aria-label={t("quickLog.stepTitle")}
            value={step.title}
            onChange={(event) => change(at, { title: event.target.value })}
          />
          <DayField
            label={t("quickLog.stepDue")}
            value={step.dueOn}
            onChange={(dueOn) => change(at, { dueOn })}
          />
          <Button
            size="small"
            type="text"
            icon={<Icon name="close" />}
            aria-label={t("quickLog.stepRemove", { title: step.title })}
            onClick={() => onChange(steps.filter((_, index) => index !== at))}
          />
        </li>
      ))}
    </ul>
  );
};
