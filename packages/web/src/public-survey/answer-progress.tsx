/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";

/** How far somebody has come; stays in sight while the page scrolls. */
export const AnswerProgress = (props: { answered: number; of: number; locale: Locale }) => {
  const words = surveyPageWords[props.locale].progress(props.answered, props.of);
  return (
    <div class="progress">
      <progress max={props.of} value={props.answered} aria-label={words} />
      <span class="small soft number" aria-hidden="true">
        {props.answered} / {props.of}
      </span>
    </div>
  );
};
