import type { LoopView } from "@mainstay/contract/feedback-loop";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import { useSession } from "../../lib/session.ts";
import { useDayText } from "../survey/use-day-text.ts";
import styles from "./loop.module.css";

/** The four steps of a loop: done when, by whom, on what evidence; or not yet. */
export const LoopSteps = ({ loop, isBrief = false }: { loop: LoopView; isBrief?: boolean }) => {
  const { t } = useTranslation();
  const { timeZone } = useSession().workspace;
  const dayText = useDayText();
  const at = (instant: string) => {
    const [day = "", time = ""] = formatInstant(instant, timeZone).split(" ");
    return `${dayText(day)} ${time}`;
  };
  const steps = [
    { key: "contacted" as const, step: loop.contacted },
    { key: "rectified" as const, step: loop.rectified },
    { key: "followedUp" as const, step: loop.followedUp },
    {
      key: "remeasured" as const,
      step: loop.remeasuredAt === null ? null : { at: loop.remeasuredAt, by: null, evidence: null },
    },
  ];
  const wordsOf = ({ key, step }: (typeof steps)[number]): string => {
    if (step === null)
      return key === "remeasured" && loop.askedAgain !== null
        ? t("feedbackLoop.askedAgain", { at: at(loop.askedAgain.at) })
        : t("feedbackLoop.notYet");
    const who = t("feedbackLoop.stepBy", { at: at(step.at), name: step.by?.name ?? "" }).trim();
    const evidence =
      step.evidence ??
      (key === "rectified" && step.by === null ? t("feedbackLoop.rectifiedByCustomer") : null);
    return evidence === null || isBrief ? who : `${who} · ${evidence}`;
  };
  return (
    <ol className={styles["steps"]} aria-label={t("feedbackLoop.steps")}>
      {steps.map((one) => (
        <li
          key={one.key}
          data-done={one.step !== null || undefined}
          data-asked={(one.key === "remeasured" && loop.askedAgain !== null) || undefined}
        >
          <span className={styles["stepName"]}>
            <Icon name={one.step === null ? "clock" : "check"} size={12} />{" "}
            {t(`feedbackLoop.step.${one.key}`)}
          </span>
          <span className={styles["stepWords"]}>{wordsOf(one)}</span>
        </li>
      ))}
    </ol>
  );
};
