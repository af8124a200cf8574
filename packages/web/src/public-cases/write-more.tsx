/** @jsxImportSource preact */
import type { PublicCaseView } from "@mainstay/contract/public-case";
import { filingWordsAtMost } from "@mainstay/domain/public-case/filing-limit";
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { linkName, useKeptDraft } from "../public/kept-text.ts";
import { RefusalNote } from "../public/link-state.tsx";
import { TextField } from "../public/text-field.tsx";
import { newRef } from "../public-survey/new-ref.ts";
import { trackWordsPath } from "./case-paths.ts";
import { PhotoPicker } from "./photo-picker.tsx";
import { sendFiles } from "./send-files.ts";

interface WriteMoreProps {
  readonly token: string;
  readonly locale: Locale;
  readonly view: PublicCaseView;
  readonly show: (view: PublicCaseView) => void;
  readonly look: () => void;
}

/** Adds words and files to one's own case. */
export const WriteMore = ({ token, locale, view, show, look }: WriteMoreProps) => {
  const all = publicCaseWords[locale];
  const words = all.tracking;
  const [first] = useState(() => ({ words: "", clientRef: newRef() }));
  const { draft, change, forget } = useKeptDraft(`words.${linkName(token)}`, first);
  const [files, setFiles] = useState<File[]>([]);
  const [doing, setDoing] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSent, setSent] = useState(false);
  if (!view.can.write && !view.can.attach) return null;
  const send = async () => {
    setRefusal(null);
    setSent(false);
    if (draft.words.trim() !== "") {
      setDoing(all.filing.sending);
      const body = { token, clientRef: draft.clientRef, words: draft.words.trim() };
      const told = await askServer<PublicCaseView>({ path: trackWordsPath, locale, body });
      if ("refusal" in told) {
        setDoing(null);
        setRefusal(told.refusal);
        return;
      }
      forget();
      change({ words: "", clientRef: newRef() });
      show(told.answer);
    }
    if (files.length > 0) {
      const { lost, refusal: why } = await sendFiles({ token, locale, files }, (at) =>
        setDoing(all.filing.sendingPhoto(at, files.length)),
      );
      setFiles(lost);
      setRefusal(why);
      if (lost.length === 0) look();
    }
    setDoing(null);
    setSent(true);
  };
  const hasNothing = draft.words.trim() === "" && files.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{words.more}</h2>
      {view.can.write ? (
        <TextField
          id="more"
          label={words.moreLabel}
          value={draft.words}
          change={(text) => change({ words: text })}
          maxLength={filingWordsAtMost}
          rows={4}
        />
      ) : null}
      {view.can.attach ? <PhotoPicker locale={locale} files={files} change={setFiles} /> : null}
      <RefusalNote refusal={refusal} locale={locale} />
      <button type="submit" class="main wide" disabled={doing !== null || hasNothing}>
        {doing ?? words.send}
      </button>
      <p role="status" class="soft small">
        {isSent && refusal === null ? words.sent : ""}
      </p>
    </form>
  );
};
