/** @jsxImportSource preact */
import type { AnswerSheet } from "@mainstay/contract/survey-response";
import { formatDay } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { inLanguage } from "./answer-field.ts";

interface ThanksProps {
  readonly sheet: AnswerSheet;
  readonly locale: Locale;
  readonly change: () => void;
}

/** After the answers were handed in: thanks, and whether they may be changed. */
export const Thanks = ({ sheet, locale, change }: ThanksProps) => {
  const words = surveyPageWords[locale];
  const mayChange = !sheet.isAnonymous && !sheet.isWalkIn;
  const own = inLanguage(sheet.thanks, locale);
  return (
    <div role="status">
      <h1>{words.thanks}</h1>
      {own ? <p class="typed">{own}</p> : null}
      <p>
        {mayChange ? words.thanksMayChange(formatDay(sheet.closesOn, locale)) : words.thanksFinal}
      </p>
      {mayChange ? (
        <button type="button" class="wide" onClick={change}>
          {words.change}
        </button>
      ) : null}
    </div>
  );
};

/** A sentence with its heading, and perhaps one thing to do. */
export const Notice = (props: {
  title: string;
  words: string;
  act?: { words: string; run: () => void };
}) => (
  <div role="status">
    <h1>{props.title}</h1>
    <p>{props.words}</p>
    {props.act ? (
      <button type="button" class="wide" onClick={props.act.run}>
        {props.act.words}
      </button>
    ) : null}
  </div>
);
