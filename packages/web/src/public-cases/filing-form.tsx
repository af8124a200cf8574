/** @jsxImportSource preact */
import { caseKinds, caseLevels } from "@mainstay/domain/case/case-kind";
import type { CaseFilingView } from "@mainstay/contract/public-case";
import { filingWordsAtMost } from "@mainstay/domain/public-case/filing-limit";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { TextField } from "../public/text-field.tsx";
import type { FilingDraft } from "./filing-draft.ts";
import { PhotoPicker } from "./photo-picker.tsx";
import { RadioGroup } from "./radio-group.tsx";

interface FilingFormProps {
  readonly view: CaseFilingView;
  readonly locale: Locale;
  readonly draft: FilingDraft;
  readonly change: (part: Partial<FilingDraft>) => void;
  readonly files: readonly File[];
  readonly setFiles: (files: File[]) => void;
  readonly wrong: { readonly words: string | null; readonly contact: string | null };
  /** What is being done; null while nothing is. */
  readonly doing: string | null;
  readonly send: () => void;
}

/** Kind, urgency, words, contact where the link was not given to a person, photos. */
export const FilingForm = ({ view, locale, draft, change, wrong, ...form }: FilingFormProps) => {
  const all = publicCaseWords[locale];
  const words = all.filing;
  const field = (name: "name" | "phone" | "email" | "company", maxLength: number) => (
    <TextField
      id={name}
      label={words[name]}
      value={draft[name]}
      change={(value) => change({ [name]: value })}
      maxLength={maxLength}
    />
  );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      {view.personInitial ? <p class="soft">{words.who(view.personInitial)}</p> : null}
      <h1>{words.title}</h1>
      <p>{words.lead(view.handlerName)}</p>
      {view.accountName ? <p class="soft small">{words.forAccount(view.accountName)}</p> : null}
      <RadioGroup
        name="kind"
        legend={words.kind}
        values={caseKinds}
        words={all.kind}
        hints={all.kindHint}
        chosen={draft.kind}
        choose={(kind) => change({ kind })}
      />
      <RadioGroup
        name="level"
        legend={words.level}
        values={caseLevels}
        words={all.level}
        hints={all.levelHint}
        chosen={draft.level}
        choose={(level) => change({ level })}
      />
      <TextField
        id="words"
        label={words.words}
        hint={words.wordsHint}
        value={draft.words}
        change={(value) => change({ words: value })}
        maxLength={filingWordsAtMost}
        rows={6}
        isRequired
        wrong={wrong.words}
      />
      <PhotoPicker locale={locale} files={form.files} change={form.setFiles} />
      {view.givenTo === "person" ? null : (
        <fieldset>
          <legend>{words.contact}</legend>
          <p class="soft small">
            {view.givenTo === "anybody" ? words.contactHint : words.contactFree}
          </p>
          {field("name", 100)}
          {field("phone", 40)}
          {field("email", 200)}
          {view.givenTo === "anybody" ? field("company", 200) : null}
          {wrong.contact ? (
            <p class="small wrong-words" role="alert">
              {wrong.contact}
            </p>
          ) : null}
        </fieldset>
      )}
      <button type="submit" class="main wide" disabled={form.doing !== null}>
        {form.doing ?? words.send}
      </button>
    </form>
  );
};
