import type { RoundFigures } from "@mainstay/contract/survey-round";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRateWords } from "./rate-words.ts";
import styles from "./survey.module.css";
import { useDayText } from "./use-day-text.ts";

/** The rounds of a survey, newest first, each with its response rate and n. */
export const RoundsSection = ({ rounds }: { rounds: readonly RoundFigures[] }) => {
  const { t } = useTranslation();
  const dayText = useDayText();
  const rateWords = useRateWords();
  return (
    <section className={styles["section"]}>
      <h2>{t("survey.section.rounds")}</h2>
      <ul className={styles["list"]}>
        {rounds.map((round) => (
          <li key={round.id} className={styles["row"]}>
            <Link to="/voice/rounds/$roundId" params={{ roundId: round.id }}>
              {round.closedAt === null
                ? t("survey.roundRuns", { number: round.number, day: dayText(round.closesOn) })
                : t("survey.roundWas", {
                    number: round.number,
                    from: dayText(round.openedOn),
                    to: dayText(round.closesOn),
                  })}
            </Link>
            <span className="numeric">{rateWords(round)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
