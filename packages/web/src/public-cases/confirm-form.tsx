/** @jsxImportSource preact */
import type { ConfirmationView } from "@mainstay/contract/case-closing";
import { closingWordsAtMost } from "@mainstay/domain/case-closing/closing-rule";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useState } from "preact/hooks";
import { type Score, ScoreChoice } from "../public/score-choice.tsx";
import { TextField } from "../public/text-field.tsx";

interface ConfirmFormProps {
  readonly view: ConfirmationView;
  readonly locale: Locale;
  readonly score: Score | null;
  readonly choose: (score: Score) => void;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly isSending: boolean;
  readonly send: () => void;
  readonly notSolved: () => void;
}

/** What was done, how satisfied the customer is, and the way to say that it is not solved. */
export const ConfirmForm = (form: ConfirmFormProps) => {
  const { view, locale, score, text } = form;
  const words = publicCaseWords[locale].confirming;
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (score === null) setMissing(true);
        else form.send();
      }}
    >
      <h1>{words.title}</h1>
      <p>{view.reopened > 0 ? `${words.again}${words.lead}` : words.lead}</p>
      <section class="card">
        <p class="soft small">{view.title}</p>
        <h2>{words.solution}</h2>
        <p class="typed">{view.solution}</p>
        {view.solvedAt ? <p class="soft small number">{formatInstant(view.solvedAt)}</p> : null}
      </section>
      <ScoreChoice
        name="score"
        legend={words.score}
        locale={locale}
        chosen={score}
        choose={(chosen) => {
          setMissing(false);
          form.choose(chosen);
        }}
      />
      {score !== null && score <= 2 ? (
        <p class="note small" role="status">
          {words.lowNote}
        </p>
      ) : null}
      <TextField
        id="words"
        label={words.words}
        hint={words.wordsHint}
        value={text}
        change={form.write}
        maxLength={closingWordsAtMost}
        rows={4}
      />
      {isMissing ? (
        <p class="wrong-words" role="alert">
          {words.scoreMissing}
        </p>
      ) : null}
      <button type="submit" class="main wide" disabled={form.isSending}>
        {form.isSending ? words.sending : words.send}
      </button>
      <button type="button" class="wide" disabled={form.isSending} onClick={form.notSolved}>
        {words.notSolved}
      </button>
    </form>
  );
};
