/** @jsxImportSource preact */
import { answerWordsAtMost } from "@mainstay/domain/survey/answer-limits";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import type { AnswerField } from "./answer-field.ts";

/** Free words, with how many there are. */
export const WordsField = ({ question, locale, given, answer, isMissing }: AnswerField) => {
  const words = given()?.words ?? "";
  const count = `${question.id}-count`;
  return (
    <>
      <textarea
        id={`${question.id}-words`}
        rows={4}
        maxLength={answerWordsAtMost}
        value={words}
        aria-labelledby={`${question.id}-asked`}
        aria-describedby={count}
        aria-invalid={isMissing || undefined}
        onInput={(event) => answer({ words: event.currentTarget.value })}
      />
      <p id={count} class="small soft count number">
        {surveyPageWords[locale].count(words.length, answerWordsAtMost)}
      </p>
    </>
  );
};
