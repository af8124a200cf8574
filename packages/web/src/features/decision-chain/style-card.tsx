import { assessments, type StyleAssessmentView } from "@mainstay/contract/assessment";
import { adviceForStyle } from "@mainstay/domain/behaviour-style/style-advice";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { GivenAnswers } from "./given-answers.tsx";
import { StrikeButton } from "./strike-button.tsx";
import styles from "./person-standing.module.css";

/** A person's behaviour style with what helps and what hurts in a meeting. */
export const StyleCard = ({
  styleJudgements,
  onAssess,
}: {
  styleJudgements: readonly StyleAssessmentView[];
  /** Absent where the reader may not judge. */
  onAssess: (() => void) | undefined;
}) => {
  const { t } = useTranslation();
  const [style] = styleJudgements;
  if (!style && !onAssess) return null;
  const advice = style && adviceForStyle(style.style);
  return (
    <div className={styles["at"]}>
      <div className={styles["head"]}>
        <h3>
          {t("chain.columns.style")}
          {style && ` · ${t(`glossary.behaviourStyle.${style.style}`)}`}
        </h3>
        {onAssess && (
          <Button size="small" onClick={onAssess}>
            {style ? t("chain.assessAgain") : t("chain.assessStyle")}
          </Button>
        )}
      </div>
      {advice && (
        <div className={styles["advice"]}>
          <div>
            <h4 className={styles["dos"]}>{t("chain.dos")}</h4>
            <ul>
              {advice.dos.map((one) => (
                <li key={one}>{t(`chain.styleDo.${one}`)}</li>
              ))}
            </ul>
          </div>
          <div>
            <h4 className={styles["donts"]}>{t("chain.donts")}</h4>
            <ul>
              {advice.donts.map((one) => (
                <li key={one}>{t(`chain.styleDont.${one}`)}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
      {style && (
        <div className={styles["head"]}>
          <span className="muted">
            {t("chain.assessedBy", {
              name: style.assessor?.name ?? t("chain.formerColleague"),
              on: style.assessedOn,
            })}
          </span>
          {style.can.strike && (
            <StrikeButton endpoint={assessments.strikeStyle} assessmentId={style.id} />
          )}
        </div>
      )}
      {style && <GivenAnswers subject="style" answers={style.answers} />}
    </div>
  );
};
