/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useState } from "preact/hooks";
import type { Refusal } from "../public/ask-server.ts";
import { RefusalNote } from "../public/link-state.tsx";

interface FilingSentProps {
  readonly filed: { readonly number: number | null; readonly trackingPath: string };
  readonly locale: Locale;
  /** Files that did not arrive. */
  readonly lost: readonly File[];
  readonly refusal: Refusal | null;
  readonly again: () => void;
  readonly another: () => void;
}

/** It has arrived: the number, and the link to follow it. */
export const FilingSent = ({ filed, locale, lost, refusal, again, another }: FilingSentProps) => {
  const words = publicCaseWords[locale].filing;
  const [isCopied, setCopied] = useState(false);
  const link = new URL(filed.trackingPath, window.location.href).href;
  return (
    <>
      <div role="status">
        <h1>{words.sent}</h1>
        <p class="large">
          {filed.number === null ? words.sentUnseen : words.sentNumber(filed.number)}
        </p>
      </div>
      {lost.length > 0 ? (
        <>
          <p>{words.photosLost}</p>
          <ul>
            {lost.map(({ name }) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          <RefusalNote refusal={refusal} locale={locale} />
          <button type="button" class="wide" onClick={again}>
            {words.photosAgain}
          </button>
        </>
      ) : null}
      <section class="card">
        <p>{words.keepLink}</p>
        <p class="small soft">{link}</p>
        <a class="button wide" href={filed.trackingPath}>
          {words.follow}
        </a>
        {navigator.clipboard ? (
          <button
            type="button"
            class="wide"
            onClick={() => void navigator.clipboard.writeText(link).then(() => setCopied(true))}
          >
            <span role="status">{isCopied ? words.copied : words.copy}</span>
          </button>
        ) : null}
      </section>
      <button type="button" class="quiet wide" onClick={another}>
        {words.another}
      </button>
    </>
  );
};
