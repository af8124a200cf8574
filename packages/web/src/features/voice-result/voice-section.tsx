import { voices } from "@mainstay/contract/voice";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Day } from "../../components/day.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { RowSkeleton } from "../../components/skeleton.tsx";
import { useAnswer } from "../../lib/query.ts";
import { useSession } from "../../lib/session.ts";
import { Section } from "../account-page/section.tsx";
import { useBilingual } from "../survey/use-bilingual.ts";
import { useDayText } from "../survey/use-day-text.ts";
import { AccountScoreCells } from "./account-score.tsx";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

const shownResponses = 5;

/** 满意度 of one account: its score beside the economic buyer's answer, its rounds, who said what. */
export const VoiceSection = ({ accountId, order }: { accountId: string; order: number }) => {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const say = useBilingual();
  const dayText = useDayText();
  const found = useAnswer(voices.ofAccount, { params: { accountId } });
  const body = () => {
    if (found.isError && !found.data)
      return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
    if (!found.data) return <RowSkeleton rows={3} />;
    const { voice, rounds, responses, total } = found.data;
    return (
      <>
        {voice ? (
          <AccountScoreCells voice={voice} />
        ) : (
          <p className="muted">{t("voiceResult.section.none")}</p>
        )}
        {rounds.length > 0 && (
          <ul className={styles["list"]}>
            {rounds
              .slice(-4)
              .toReversed()
              .map((round) => (
                <li key={round.roundId} className={styles["row"]}>
                  <div className={styles["name"]}>
                    <div>{say(round.surveyTitle)}</div>
                    <div className="muted">
                      {t("voiceResult.round", { number: round.number })} · {dayText(round.openedOn)}
                    </div>
                  </div>
                  <VoiceFigureCells figure={round.figure} />
                </li>
              ))}
          </ul>
        )}
        {responses.length > 0 && (
          <ul className={styles["list"]}>
            {responses.slice(0, shownResponses).map((response) => (
              <li key={response.id} className={styles["verbatim"]}>
                {response.verbatims.map(({ words }) => (
                  <blockquote key={words}>{words}</blockquote>
                ))}
                <div className={styles["facts"]}>
                  <span>{response.person?.name ?? t("voiceResult.section.nobody")}</span>
                  {response.buyingRole && (
                    <span className="muted">{t(`glossary.buyingRole.${response.buyingRole}`)}</span>
                  )}
                  {response.overall && (
                    <span
                      className={styles["buyer"]}
                      data-low={response.overall.isDissatisfied || undefined}
                    >
                      <span className="numeric">
                        {t(`voiceResult.scale.${response.overall.scale}`)} {response.overall.score}
                      </span>
                      {response.overall.isDissatisfied && (
                        <span>{t(`voiceResult.part.${response.overall.scale}.dissatisfied`)}</span>
                      )}
                    </span>
                  )}
                  <Day on={response.answeredOn} today={workspace.today} />
                  {response.version > 1 && (
                    <span className="muted">
                      {t("voiceResult.section.changed", { count: response.version - 1 })}
                    </span>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
        {total > 0 && (
          <Link to="/voice/verbatims" search={{ account: accountId }}>
            {t("voiceResult.section.seeWords")}
          </Link>
        )}
      </>
    );
  };
  return (
    <Section
      order={order}
      title={t("voiceResult.section.title")}
      {...(found.data && found.data.total > 0
        ? { about: t("voiceResult.section.responses", { count: found.data.total }) }
        : {})}
      actions={<Link to="/voice/results">{t("voiceResult.section.all")}</Link>}
    >
      {body()}
    </Section>
  );
};
