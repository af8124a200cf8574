/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import {
  type PublicPageWords,
  publicPageWords,
} from "@mainstay/phrases/public-page/public-page-words";
import type { Refusal } from "./ask-server.ts";

/** While the server is asked. */
export const LoadingState = ({ locale }: { locale: Locale }) => (
  <p class="soft" role="status">
    {publicPageWords[locale].loading}
  </p>
);

/** A refusal in two sentences: what is the matter, what to do. */
export const refusalWords = (
  words: PublicPageWords,
  refusal: Refusal,
): { readonly title: string; readonly lead: string } => {
  switch (refusal.kind) {
    case "invalid":
      return { title: words.invalid, lead: words.invalidWords };
    case "expired":
      return { title: words.expired, lead: words.expiredWords };
    case "used":
      return { title: words.used, lead: words.usedWords };
    case "too_many":
      return { title: words.tooMany, lead: words.tooManyWords(refusal.seconds) };
    case "unreachable":
      return { title: words.unreachable, lead: words.unreachableWords };
    default:
      return { title: words.failed, lead: refusal.words ?? words.failedWords };
  }
};

const isForGood = (refusal: Refusal): boolean =>
  refusal.kind === "invalid" || refusal.kind === "expired" || refusal.kind === "used";

export interface RefusedStateProps {
  readonly refusal: Refusal;
  readonly locale: Locale;
  /** Asks again; not offered where it cannot help. */
  readonly again: () => void;
}

/** Instead of the page: the link is gone, or the server cannot be reached. */
export const RefusedState = ({ refusal, locale, again }: RefusedStateProps) => {
  const words = publicPageWords[locale];
  const { title, lead } = refusalWords(words, refusal);
  return (
    <div role="alert">
      <h1>{title}</h1>
      <p>{lead}</p>
      {isForGood(refusal) ? null : (
        <button type="button" class="wide" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  );
};

/** Beside the button somebody pressed: it was not taken, what was typed is still there. */
export const RefusalNote = ({ refusal, locale }: { refusal: Refusal | null; locale: Locale }) => {
  if (refusal === null) return null;
  const { title, lead } = refusalWords(publicPageWords[locale], refusal);
  return (
    <div class="note wrong" role="alert">
      <strong>{title}</strong>
      <p>{lead}</p>
      {refusal.fields.length > 0 ? (
        <ul>
          {refusal.fields.map(({ path, words }) => (
            <li key={path}>{words}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};
