import { type SurveyRow, surveys } from "@mainstay/contract/survey";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useNotice } from "../../lib/notice.tsx";
import { useAct } from "../../lib/query.ts";
import { useRateWords } from "./rate-words.ts";
import styles from "./survey.module.css";
import { useBilingual } from "./use-bilingual.ts";
import { useDayText } from "./use-day-text.ts";

/** One survey in the list: its name, how often it is asked, and how its newest round stands. */
export const SurveyItem = ({ survey, mayCopy }: { survey: SurveyRow; mayCopy: boolean }) => {
  const { t } = useTranslation();
  const notice = useNotice();
  const navigate = useNavigate();
  const say = useBilingual();
  const dayText = useDayText();
  const rateWords = useRateWords();
  const copy = useAct(surveys.draft, {
    refresh: [surveys.list],
    onSuccess: ({ id }) => {
      notice.done(t("survey.copied"));
      void navigate({ to: "/voice/surveys/$surveyId", params: { surveyId: id } });
    },
    onError: notice.refused,
  });
  const round = survey.newestRound;
  const isOpen = round !== null && round.closedAt === null;
  return (
    <li className={styles["row"]}>
      <div className={styles["words"]}>
        <div className={styles["title"]}>
          <Link to="/voice/surveys/$surveyId" params={{ surveyId: survey.id }}>
            {say(survey.title) || t("survey.untitled")}
          </Link>
          <Tag>{t(`survey.status.${survey.status}`)}</Tag>
          {survey.isAnonymous && <Tag>{t("survey.anonymous")}</Tag>}
        </div>
        <div className={styles["facts"]}>
          <span>{t(`survey.rhythm.${survey.rhythm}`)}</span>
          <span>{t("survey.questions", { count: survey.questions })}</span>
          {survey.nextRoundOn !== null && survey.rhythm !== "after_case" && (
            <span>{t("survey.nextRound", { day: dayText(survey.nextRoundOn) })}</span>
          )}
        </div>
      </div>
      <div className={styles["side"]}>
        {round === null ? (
          <span className="muted">{t("survey.noRounds")}</span>
        ) : (
          <>
            <strong className="numeric">{rateWords(round)}</strong>
            <span className="muted">
              {isOpen
                ? t("survey.roundRuns", { number: round.number, day: dayText(round.closesOn) })
                : t("survey.roundWas", {
                    number: round.number,
                    from: dayText(round.openedOn),
                    to: dayText(round.closesOn),
                  })}
            </span>
          </>
        )}
        <span className={styles["actions"]}>
          {round === null && (
            <Link to="/voice/surveys/$surveyId" params={{ surveyId: survey.id }}>
              <Button size="small">{t("survey.open")}</Button>
            </Link>
          )}
          {round && (
            <Link to="/voice/rounds/$roundId" params={{ roundId: round.id }}>
              <Button size="small">{t("survey.openRound")}</Button>
            </Link>
          )}
          {mayCopy && (
            <Button
              size="small"
              loading={copy.isPending}
              onClick={() => copy.mutate({ body: { copyOfId: survey.id } })}
            >
              {t("survey.copy")}
            </Button>
          )}
        </span>
      </div>
    </li>
  );
};
