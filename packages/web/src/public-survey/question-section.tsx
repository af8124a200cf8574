/** @jsxImportSource preact */
import { isBlank } from "@mainstay/domain/survey/check-answers";
import { isScored } from "@mainstay/domain/survey/frozen-question";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { type AnswerField, inLanguage } from "./answer-field.ts";
import { ChoiceField } from "./choice-field.tsx";
import { MatrixField } from "./matrix-field.tsx";
import { ScaleField } from "./scale-field.tsx";
import { WordsField } from "./words-field.tsx";

const Field = (field: AnswerField) => {
  const { kind } = field.question;
  if (isScored(kind)) return <ScaleField {...field} />;
  if (kind === "matrix") return <MatrixField {...field} />;
  return kind === "text" ? <WordsField {...field} /> : <ChoiceField {...field} />;
};

/** One question with its number, its field, and what is wrong with it. */
export const QuestionSection = (field: AnswerField & { readonly number: number }) => {
  const { question, locale, number, isMissing, given, answer } = field;
  const { id, kind } = question;
  const words = surveyPageWords[locale];
  const asked = (
    <>
      <span class="number soft">{number}. </span>
      {inLanguage(question.words, locale)}
      {question.isRequired ? <span class="must"> {words.required}</span> : null}
      {kind === "multiple_choice" ? <small class="soft"> {words.chooseMany}</small> : null}
    </>
  );
  const said = given();
  const mayClear =
    !question.isRequired && kind !== "text" && kind !== "matrix" && said && !isBlank(said);
  return (
    <section class="question" id={`q-${id}`} tabIndex={-1}>
      <fieldset aria-describedby={isMissing ? `${id}-missing` : undefined}>
        <legend id={`${id}-asked`}>{asked}</legend>
        <Field {...field} />
      </fieldset>
      {mayClear ? (
        <button
          type="button"
          class="quiet clear"
          onClick={() => answer({ score: null, choices: [] })}
        >
          {words.clear}
        </button>
      ) : null}
      {isMissing ? (
        <p id={`${id}-missing`} class="small wrong-words">
          {words.missing}
        </p>
      ) : null}
    </section>
  );
};
