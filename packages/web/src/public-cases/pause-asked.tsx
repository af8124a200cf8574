/** @jsxImportSource preact */
import type { PublicCaseView } from "@mainstay/contract/public-case";
import { formatInstant } from "@mainstay/phrases/format/format-day";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { RefusalNote } from "../public/link-state.tsx";
import { newRef } from "../public-survey/new-ref.ts";
import { trackWordsPath } from "./case-paths.ts";

interface PauseAskedProps {
  readonly token: string;
  readonly locale: Locale;
  readonly asked: NonNullable<PublicCaseView["pauseAsked"]>;
  readonly view: PublicCaseView;
  readonly show: (view: PublicCaseView) => void;
}

/** We asked to stop the clocks; only the customer's yes does. */
export const PauseAsked = ({ token, locale, asked, view, show }: PauseAskedProps) => {
  const words = publicCaseWords[locale].tracking;
  const [ref] = useState(newRef);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const agree = async () => {
    setSending(true);
    const body = { token, clientRef: ref, words: "", agreeToPauseEventId: asked.eventId };
    const told = await askServer<PublicCaseView>({ path: trackWordsPath, locale, body });
    setSending(false);
    if ("answer" in told) show(told.answer);
    else setRefusal(told.refusal);
  };
  return (
    <section class="card">
      <h2>{words.pauseTitle}</h2>
      <p>{words.pauseLead}</p>
      {asked.words === "" ? null : <p class="typed">{asked.words}</p>}
      {asked.until ? <p class="number">{words.pauseUntil(formatInstant(asked.until))}</p> : null}
      <RefusalNote refusal={refusal} locale={locale} />
      {view.can.agreeToPause ? (
        <button type="button" class="wide" disabled={isSending} onClick={() => void agree()}>
          {words.agree}
        </button>
      ) : null}
    </section>
  );
};
