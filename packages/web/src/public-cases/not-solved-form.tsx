/** @jsxImportSource preact */
import { closingWordsAtMost } from "@mainstay/domain/case-closing/closing-rule";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { TextField } from "../public/text-field.tsx";

interface NotSolvedFormProps {
  readonly locale: Locale;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly isSending: boolean;
  readonly send: () => void;
  readonly back: () => void;
}

/** The second step of "not solved": what is still wrong, and yes, take it up again. */
export const NotSolvedForm = ({
  locale,
  text,
  write,
  isSending,
  send,
  back,
}: NotSolvedFormProps) => {
  const words = publicCaseWords[locale].confirming;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h1>{words.notSolvedTitle}</h1>
      <p>{words.notSolvedLead}</p>
      <TextField
        id="words"
        label={words.notSolvedWords}
        value={text}
        change={write}
        maxLength={closingWordsAtMost}
        rows={5}
      />
      <button type="submit" class="main wide" disabled={isSending}>
        {isSending ? words.sending : words.notSolvedSend}
      </button>
      <button type="button" class="wide" disabled={isSending} onClick={back}>
        {words.back}
      </button>
    </form>
  );
};
