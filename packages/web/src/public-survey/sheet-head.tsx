/** @jsxImportSource preact */
import type { AnswerSheet } from "@mainstay/contract/survey-response";
import { formatDay } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { inLanguage } from "./answer-field.ts";

/** Above the questions: what it is about, and what is kept of whoever answers. */
export const SheetHead = ({ sheet, locale }: { sheet: AnswerSheet; locale: Locale }) => {
  const words = surveyPageWords[locale];
  const introduction = inLanguage(sheet.introduction, locale);
  return (
    <>
      <h1>{inLanguage(sheet.title, locale) || words.title}</h1>
      {introduction ? <p class="typed">{introduction}</p> : null}
      {sheet.isAnonymous ? (
        <aside class="note" aria-label={words.anonymous}>
          <strong>{words.anonymous}</strong>
          <ul class="small">
            {words.anonymousWords.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </aside>
      ) : null}
      {sheet.isWalkIn ? <p class="small soft">{words.walkIn}</p> : null}
      {sheet.state === "answered" ? (
        <div class="note">
          <strong>{words.answered}</strong>
          <p>{words.answeredWords(formatDay(sheet.closesOn, locale))}</p>
        </div>
      ) : null}
      {sheet.isDeclined ? <p class="note">{words.declinedBefore}</p> : null}
    </>
  );
};
