/** @jsxImportSource preact */
import { scaleEnds } from "@mainstay/domain/survey/scale-score";
import type { VoiceScale } from "@mainstay/domain/survey/survey-kind";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import type { AnswerField } from "./answer-field.ts";

/** A row of numbers from the worst to the best, words at both ends; one group of radio buttons, so that arrow keys move. */
export const ScaleField = ({ question, locale, given, answer }: AnswerField) => {
  const scale = question.kind as VoiceScale;
  const { low, high } = scaleEnds[scale];
  const [worst, best] = surveyPageWords[locale].ends[scale];
  const chosen = given()?.score ?? null;
  const scores = Array.from({ length: high - low + 1 }, (_, place) => low + place);
  return (
    <>
      <div class={`scale ${scale}`}>
        {scores.map((score) => (
          <label key={score} class={score === chosen ? "step chosen" : "step"}>
            <input
              type="radio"
              name={question.id}
              value={score}
              checked={score === chosen}
              aria-label={score === low ? worst : score === high ? best : undefined}
              onChange={() => answer({ score })}
            />
            <span class="number">{score}</span>
          </label>
        ))}
      </div>
      <p class="ends small soft" aria-hidden="true">
        <span>{worst}</span>
        <span>{best}</span>
      </p>
    </>
  );
};
