import type { SurveyFault } from "@mainstay/domain/survey/survey-faults";
import { useTranslation } from "react-i18next";
import styles from "./survey.module.css";

/** What still keeps a survey from being sent, with the question it concerns. */
export const FaultList = ({ faults }: { faults: readonly SurveyFault[] }) => {
  const { t } = useTranslation();
  if (faults.length === 0) return <span className="muted">{t("survey.faultsNone")}</span>;
  return (
    <details className={styles["faults"]}>
      <summary>{t("survey.faults", { count: faults.length })}</summary>
      <ul>
        {faults.map(({ code, position }) => (
          <li key={`${code}:${position}`}>
            {position === null
              ? t(`survey.fault.${code}`)
              : t("survey.faultAt", { position, words: t(`survey.fault.${code}`) })}
          </li>
        ))}
      </ul>
    </details>
  );
};
