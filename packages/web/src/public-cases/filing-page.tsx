/** @jsxImportSource preact */
import type { CaseFilingView } from "@mainstay/contract/public-case";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { publicPageWords } from "@mainstay/phrases/public-page/public-page-words";
import { useEffect, useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { linkName, useKeptDraft } from "../public/kept-text.ts";
import { LoadingState, RefusalNote, RefusedState } from "../public/link-state.tsx";
import { useLink } from "../public/use-link.ts";
import type { CasePartProps } from "./case-page.tsx";
import { filingLookPath, filingPath } from "./case-paths.ts";
import { emptyDraft, missingIn } from "./filing-draft.ts";
import { FilingForm } from "./filing-form.tsx";
import { FilingSent } from "./filing-sent.tsx";
import { NoticeLink } from "./notice-link.tsx";
import { sendFiles } from "./send-files.ts";

interface Filed {
  readonly number: number | null;
  readonly trackingPath: string;
}

/** A customer files a case: what, how urgent, in their words, with photos; then the link to follow it. */
export const FilingPage = ({ token, locale, nameCompany }: CasePartProps) => {
  const { state, look } = useLink<CaseFilingView>(filingLookPath, token, locale);
  const [first] = useState(emptyDraft);
  const { draft, change, forget, wasKept } = useKeptDraft(`filing.${linkName(token)}`, first);
  const [files, setFiles] = useState<File[]>([]);
  const [filed, setFiled] = useState<Filed | null>(null);
  const [doing, setDoing] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isTried, setTried] = useState(false);
  const view = state.at === "open" ? state.view : null;
  useEffect(() => {
    if (view) nameCompany(view.handlerName);
  }, [view, nameCompany]);
  if (state.at === "loading") return <LoadingState locale={locale} />;
  if (state.at === "refused")
    return <RefusedState refusal={state.refusal} locale={locale} again={() => void look()} />;
  const words = publicCaseWords[locale];
  const missing = missingIn(draft, state.view.givenTo, words.filing);

  const sendPhotos = async (to: Filed, sending: readonly File[]) => {
    if (sending.length === 0) return;
    const tracking = to.trackingPath.slice(to.trackingPath.indexOf("#") + 1);
    const { lost, refusal: why } = await sendFiles(
      { token: tracking, locale, files: sending },
      (at) => setDoing(words.filing.sendingPhoto(at, sending.length)),
    );
    setFiles(lost);
    setRefusal(why);
  };
  const send = async () => {
    setTried(true);
    if (missing.words !== null || missing.contact !== null) {
      // On a phone what is missing stands far above the button.
      document.getElementById(missing.words === null ? "name" : "words")?.focus();
      return;
    }
    setDoing(words.filing.sending);
    setRefusal(null);
    const { clientRef, kind, level, name, phone, email, company } = draft;
    const contact =
      state.view.givenTo === "person"
        ? null
        : { name: name.trim(), phone: phone.trim(), email: email.trim(), company: company.trim() };
    const body = { token, clientRef, kind, level, words: draft.words.trim(), contact, locale };
    const told = await askServer<Filed>({ path: filingPath, locale, body });
    if ("refusal" in told) {
      setDoing(null);
      setRefusal(told.refusal);
      return;
    }
    setFiled(told.answer);
    await sendPhotos(told.answer, files);
    // Kept until here: a page that is put to sleep while photos go up files nothing twice, its clientRef is the same.
    forget();
    setDoing(null);
    window.scrollTo(0, 0);
  };

  if (filed && doing === null)
    return (
      <FilingSent
        filed={filed}
        locale={locale}
        lost={files}
        refusal={refusal}
        again={() => {
          setDoing(words.filing.sending);
          void sendPhotos(filed, files).then(() => setDoing(null));
        }}
        another={() => {
          change(emptyDraft());
          setFiled(null);
          setFiles([]);
          setTried(false);
          setRefusal(null);
        }}
      />
    );
  return (
    <>
      {wasKept ? <p class="note small">{publicPageWords[locale].kept}</p> : null}
      <FilingForm
        view={state.view}
        locale={locale}
        draft={draft}
        change={change}
        files={files}
        setFiles={setFiles}
        wrong={isTried ? missing : { words: null, contact: null }}
        doing={doing}
        send={() => void send()}
      />
      <RefusalNote refusal={refusal} locale={locale} />
      <NoticeLink path={state.view.noticePath} words={words.notice} />
    </>
  );
};
