import type { CaseView } from "@mainstay/contract/case";
import type { CaseEvent } from "@mainstay/contract/case-history";
import { type EscalationStep, escalationSteps } from "@mainstay/domain/case/escalation";
import { useTranslation } from "react-i18next";
import { CaseBlock } from "./case-block.tsx";
import styles from "./case-page.module.css";
import { useCaseWords } from "./use-case-words.ts";
import { useColleagueNames } from "./use-colleague-names.ts";

interface Escalated {
  readonly level?: number;
  readonly step?: EscalationStep;
  readonly because?: "half_gone" | "overdue" | "still_overdue" | "by_hand";
  readonly userIds?: readonly string[];
}

const detailOf = (event: CaseEvent): Escalated => event.detail as Escalated;

const standingOf = ({ team }: CaseView) => ({
  manager: team.manager,
  director: null,
  sponsor: team.sponsor,
});

/** Whom an escalation by hand would tell. */
export const NextStep = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const step = escalationSteps[view.escalationLevel];
  if (step === undefined) return null;
  const who = standingOf(view)[step]?.name;
  const role = t(`case.ladder.step.${step}`);
  return (
    <p style={{ marginBottom: 12 }}>
      {t("case.dialog.escalateTo", { step: who === undefined ? role : `${role} ${who}` })}
    </p>
  );
};

/** 升级阶梯: which steps were reached, when, who was told and why; the rest still to come. */
export const EscalationLadder = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const namesOf = useColleagueNames();
  const told = view.timeline.items.filter(({ kind }) => kind === "escalated");
  const standing = standingOf(view);
  // Of what is over only what happened is worth telling.
  if (view.escalationLevel === 0 && (view.status === "closed" || view.status === "duplicate"))
    return null;
  return (
    <CaseBlock title={t("case.ladder.title")}>
      <ol className={styles["ladder"]}>
        {escalationSteps.map((step, index) => {
          const isReached = view.escalationLevel > index;
          const event = told.find(
            (one) => detailOf(one).step === step || detailOf(one).level === index + 1,
          );
          const why = event && detailOf(event);
          const who = standing[step]?.name;
          return (
            <li key={step} data-reached={isReached || undefined}>
              <span className={styles["rung"]} aria-hidden="true">
                {isReached ? "▲" : "△"}
              </span>
              <div>
                <strong>{t(`case.ladder.step.${step}`)}</strong>
                {who !== undefined && <span className="muted"> {who}</span>}
                {!isReached && event === undefined ? (
                  <span className="muted"> · {t("case.ladder.not")}</span>
                ) : (
                  <div className="muted">
                    {event === undefined
                      ? t("case.ladder.skipped")
                      : t("case.ladder.at", {
                          at: words.at(event.at),
                          names: why?.userIds?.length
                            ? namesOf(why.userIds)
                            : t("case.ladder.nobody"),
                          because: t(`case.ladder.because.${why?.because ?? "overdue"}`),
                        })}
                  </div>
                )}
                {event !== undefined && event.words !== "" && (
                  <div className={styles["said"]}>{event.words}</div>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </CaseBlock>
  );
};
