import { assessments } from "@mainstay/contract/assessment";
import type { PersonStanding } from "@mainstay/contract/decision-chain";
import { useTranslation } from "react-i18next";
import { GivenAnswers } from "./given-answers.tsx";
import { InfluenceMark } from "./influence-mark.tsx";
import { StanceMark } from "./stance-mark.tsx";
import { StrikeButton } from "./strike-button.tsx";
import styles from "./person-standing.module.css";

/** Every judgement on a person at an account, newest first: who, when, on which answers; a wrong one can be struck. */
export const JudgementHistory = ({ at }: { at: PersonStanding["accounts"][number] }) => {
  const { t } = useTranslation();
  const rows = [
    ...at.stances.map((one) => ({ one, what: "stance" as const, stance: one.stance, value: null })),
    ...at.influences.map((one) => ({
      one,
      what: "influence" as const,
      stance: null,
      value: one.influence,
    })),
  ].toSorted((a, b) => b.one.assessedOn.localeCompare(a.one.assessedOn));
  return (
    <ol className={styles["history"]}>
      {rows.map(({ one, what, stance, value }) => (
        <li key={one.id}>
          <div className={styles["head"]}>
            <span>
              {value === null ? <StanceMark stance={stance} /> : <InfluenceMark value={value} />}{" "}
              <span className="muted">
                {t("chain.assessedBy", {
                  name: one.assessor?.name ?? t("chain.formerColleague"),
                  on: one.assessedOn,
                })}
                {one.projectName !== null && ` · ${one.projectName}`}
              </span>
            </span>
            {one.can.strike && (
              <StrikeButton
                endpoint={
                  what === "stance" ? assessments.strikeStance : assessments.strikeInfluence
                }
                assessmentId={one.id}
              />
            )}
          </div>
          {one.evidence !== "" && <p>{one.evidence}</p>}
          <GivenAnswers subject={what} answers={one.answers} />
        </li>
      ))}
    </ol>
  );
};
