import type { LifecycleView } from "@mainstay/contract/lifecycle";
import { lifecycleStages } from "@mainstay/domain/lifecycle/lifecycle-stage";
import { useTranslation } from "react-i18next";
import { Icon } from "../../components/icon.tsx";
import styles from "./lifecycle.module.css";

/** The four stages as a lane: where the account was, is, and may come to. */
export const StageLane = ({ lifecycle }: { lifecycle: LifecycleView }) => {
  const { t } = useTranslation();
  return (
    <ol className={styles["lane"]} aria-label={t("lifecycle.lane")}>
      {lifecycleStages.map((stage) => {
        const entries = lifecycle.entries.filter((entry) => entry.stage === stage);
        const last = entries.at(-1);
        const isNow = lifecycle.stage === stage;
        const state = isNow ? "now" : last ? "past" : "ahead";
        return (
          <li
            key={stage}
            className={styles["stage"]}
            data-state={state}
            {...(isNow && { "aria-current": "step" as const })}
          >
            <span className={styles["stageName"]}>
              {state === "past" && <Icon name="check" size={12} />}
              {t(`glossary.stage.${stage}`)}
            </span>
            <span className={styles["stageDays"]}>
              {!last && t("lifecycle.notYet")}
              {last?.leftOn === null && t("lifecycle.since", { on: last.enteredOn })}
              {last &&
                last.leftOn !== null &&
                t("lifecycle.span", { from: last.enteredOn, to: last.leftOn })}
              {entries.length > 1 && ` · ${t("lifecycle.again", { count: entries.length })}`}
            </span>
          </li>
        );
      })}
    </ol>
  );
};
