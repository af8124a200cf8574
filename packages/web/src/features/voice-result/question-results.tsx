import type { QuestionResult } from "@mainstay/contract/voice";
import type { Segment } from "@mainstay/domain/account/segment";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useBilingual } from "../survey/use-bilingual.ts";
import { VoiceFigureCells } from "./voice-figure.tsx";
import styles from "./voice-result.module.css";

const Choices = ({ result }: { result: QuestionResult }) => {
  const { t } = useTranslation();
  const say = useBilingual();
  const most = Math.max(1, ...result.choices.map(({ count }) => count));
  return (
    <ul className={styles["choices"]}>
      {result.choices.map((choice) => (
        <li key={choice.key}>
          <span>{say(choice)}</span>
          <span className={styles["meter"]} aria-hidden="true">
            <span style={{ width: `${(choice.count / most) * 100}%` }} />
          </span>
          <span className="numeric">
            {choice.count}
            {choice.share !== null && choice.low !== null && choice.high !== null && (
              <span className="muted">
                {` · ${formatShare(choice.share)} (${t("voiceResult.interval", {
                  low: formatShare(choice.low),
                  high: formatShare(choice.high),
                })})`}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
};

const Rows = ({ result }: { result: QuestionResult }) => {
  const say = useBilingual();
  return (
    <ul className={styles["rows"]}>
      {result.rows.map((row) => (
        <li key={row.key} className={styles["row"]}>
          <div className={styles["name"]}>{say(row)}</div>
          {row.figure || row.isHidden ? (
            <VoiceFigureCells figure={row.figure} isHidden={row.isHidden} />
          ) : (
            <span className="numeric">{row.counts.map(({ count }) => count).join(" · ")}</span>
          )}
        </li>
      ))}
    </ul>
  );
};

/** The scale its scores are on; none of choices and words. */
const scaleOf = ({ figure, rows }: QuestionResult) =>
  figure?.scale ?? rows.find((row) => row.figure)?.figure?.scale;

/** Every question of a round with what was answered to it. */
export const QuestionResults = ({
  questions,
  roundId,
  isAnonymous,
  of,
}: {
  questions: readonly QuestionResult[];
  roundId: string;
  /** Then no answer is opened by itself. */
  isAnonymous: boolean;
  of: Segment | undefined;
}) => {
  const { t } = useTranslation();
  const say = useBilingual();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles["section"]}>
      <h2 id={id}>{t("voiceResult.byQuestion")}</h2>
      <ol className={styles["list"]}>
        {questions.map((result, index) => (
          <li key={result.questionId} className={styles["question"]}>
            <div className={styles["asked"]}>
              <span>
                {index + 1}. {say(result.words)}
              </span>
              <span className="muted numeric">
                {result.department &&
                  `${t("voiceResult.ofDepartment", { department: result.department.name })} · `}
                {result.isHidden
                  ? t("voiceResult.hidden")
                  : t("voiceResult.n", { count: result.n })}
              </span>
            </div>
            {result.figure && <VoiceFigureCells figure={result.figure} />}
            {result.choices.length > 0 && <Choices result={result} />}
            {result.rows.length > 0 && <Rows result={result} />}
            {!isAnonymous && result.n > 0 && scaleOf(result) && (
              <Link
                to="/voice/answers"
                search={{ round: roundId, question: result.questionId, scale: scaleOf(result), of }}
              >
                {t("voiceResult.answer.see")}
              </Link>
            )}
            {result.kind === "text" && !result.isHidden && result.n > 0 && (
              <Link to="/voice/verbatims" search={{ round: roundId, question: result.questionId }}>
                {t("voiceResult.words")}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
