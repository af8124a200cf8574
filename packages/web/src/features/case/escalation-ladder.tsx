import type { CaseEvent, CaseView } from "@mainstay/contract/case";
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

/** 升级阶梯: which steps were reached, when, who was told and why; the rest still to come. */
export const EscalationLadder = ({ view }: { view: CaseView }) => {
  const { t } = useTranslation();
  const words = useCaseWords();
  const namesOf = useColleagueNames();
  const told = view.timeline.items.filter(({ kind }) => kind === "escalated");
  const standing = { manager: view.team.manager, director: null, sponsor: view.team.sponsor };
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
                <div className="muted">
                  {event === undefined
                    ? t(isReached ? "case.ladder.skipped" : "case.ladder.not")
                    : t("case.ladder.at", {
                        at: words.at(event.at),
                        names: why?.userIds?.length
                          ? namesOf(why.userIds)
                          : t("case.ladder.nobody"),
                        because: t(`case.ladder.because.${why?.because ?? "overdue"}`),
                      })}
                </div>
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
