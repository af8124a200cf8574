import type { PromiseView } from "@mainstay/contract/promise";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { useDayText } from "../survey/use-day-text.ts";
import styles from "./promise.module.css";

/** What became of a promise, the newest first: each with its day, who of ours, who of theirs, and the words. */
export const PromiseSteps = ({ steps }: { steps: PromiseView["steps"] }) => {
  const { t } = useTranslation();
  const dayText = useDayText();
  return (
    <ol className={styles["steps"]}>
      {steps.toReversed().map((step) => (
        <li key={step.id} data-kind={step.kind}>
          <span className={styles["stepHead"]}>
            <strong>{t(`promise.step.${step.kind}`)}</strong>
            <Day on={step.onDay} absolute />
            {step.madeBy !== null && <span className="muted">{step.madeBy.name}</span>}
          </span>
          {step.toDueOn !== null && (
            <span className="muted">
              {step.fromDueOn === null
                ? t("promise.stepDue", { to: dayText(step.toDueOn) })
                : t("promise.stepDays", {
                    from: dayText(step.fromDueOn),
                    to: dayText(step.toDueOn),
                  })}
            </span>
          )}
          {step.person !== null && (
            <span className="muted">
              {step.toDueOn === null ? "" : " · "}
              {t("promise.history", { name: step.person.name })}
            </span>
          )}
          {step.words !== "" && <p>{step.words}</p>}
        </li>
      ))}
    </ol>
  );
};
