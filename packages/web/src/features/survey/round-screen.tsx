import { surveyRounds } from "@mainstay/contract/survey-round";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../components/error-state.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { ProgressBar } from "../../components/progress-bar.tsx";
import { LoadingScreen } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { InvitationsSection } from "./invitations-section.tsx";
import { RoundActs } from "./round-acts.tsx";
import { RoundSlices } from "./round-slices.tsx";
import { useRateWords } from "./rate-words.ts";
import styles from "./survey.module.css";
import { useBilingual } from "./use-bilingual.ts";
import { useDayText } from "./use-day-text.ts";

/** One round: how many were asked and answered, by whom, what is still to be done about it. */
export const RoundScreen = () => {
  const { t } = useTranslation();
  const { roundId } = useParams({ from: "/workspace/voice/rounds/$roundId" });
  const { user } = useSession();
  const say = useBilingual();
  const dayText = useDayText();
  const rateWords = useRateWords();
  const found = useAnswer(surveyRounds.get, { params: { roundId } });
  if (found.isError && !found.data)
    return <ErrorState error={found.error} isScreen onRetry={() => void found.refetch()} />;
  if (!found.data) return <LoadingScreen />;
  const round = found.data;
  const title = say(round.survey.title) || t("survey.untitled");
  const figures = [
    { label: t("survey.round.eligible"), value: round.eligible },
    { label: t("survey.round.asked"), value: round.asked },
    { label: t("survey.round.answered"), value: round.answered },
    { label: t("survey.invitation.planned"), value: round.counts.planned },
    { label: t("survey.invitation.bounced"), value: round.counts.bounced },
    { label: t("survey.invitation.declined"), value: round.counts.declined },
    { label: t("survey.round.walkIns"), value: round.walkIns },
  ];
  return (
    <>
      <PageHeader
        tabTitle={title}
        title={t("survey.round.headline", { title, number: round.number })}
        lead={
          <>
            <Link to="/voice/surveys/$surveyId" params={{ surveyId: round.survey.id }}>
              {title}
            </Link>{" "}
            · {rateWords(round)} ·{" "}
            {round.closedAt === null
              ? t("survey.roundRuns", { number: round.number, day: dayText(round.closesOn) })
              : t("survey.roundWas", {
                  number: round.number,
                  from: dayText(round.openedOn),
                  to: dayText(round.closesOn),
                })}
          </>
        }
        actions={<RoundActs round={round} />}
      />
      {!round.hasMail && round.closedAt === null && (
        <p className={styles["count"]}>{t("survey.noMail")}</p>
      )}
      {round.asked > 0 && (
        <ProgressBar label={t("survey.round.progress")} done={round.answered} total={round.asked} />
      )}
      <section aria-label={t("survey.round.figures")} className={styles["figures"]}>
        {figures.map(({ label, value }) => (
          <div key={label} className={styles["figure"]}>
            <span className="muted">{label}</span>
            <strong className="numeric">{value}</strong>
          </div>
        ))}
      </section>
      <RoundSlices round={round} />
      <InvitationsSection round={round} />
      <p className="muted">
        {t("survey.round.seed", { seed: round.seed })}
        {round.walkIns > 0 && ` ${t("survey.round.walkInsWhy")}`}
        {user.visibility !== "all" && ` ${t("survey.round.mineOnly")}`}
      </p>
    </>
  );
};
