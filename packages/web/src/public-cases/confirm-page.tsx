/** @jsxImportSource preact */
import type { ConfirmationView } from "@mainstay/contract/case-closing";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { publicPageWords } from "@mainstay/phrases/public-page/public-page-words";
import { useEffect, useState } from "preact/hooks";
import { askServer, type Refusal } from "../public/ask-server.ts";
import { linkName, useKeptDraft } from "../public/kept-text.ts";
import { LoadingState, RefusalNote, RefusedState } from "../public/link-state.tsx";
import type { Score } from "../public/score-choice.tsx";
import { useLink } from "../public/use-link.ts";
import type { CasePartProps } from "./case-page.tsx";
import { confirmLookPath, confirmPath } from "./case-paths.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { NoticeLink } from "./notice-link.tsx";
import { NotSolvedForm } from "./not-solved-form.tsx";

/** The customer sees what was done and says whether it is solved; once. */
export const ConfirmPage = ({ token, locale, nameCompany }: CasePartProps) => {
  const { state, show, look } = useLink<ConfirmationView>(confirmLookPath, token, locale);
  const first = { score: null as Score | null, words: "", isUnsolved: false };
  const { draft, change, forget, wasKept } = useKeptDraft(`confirm.${linkName(token)}`, first);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isSending, setSending] = useState(false);
  const view = state.at === "open" ? state.view : null;
  useEffect(() => {
    if (view) nameCompany(view.handlerName);
  }, [view, nameCompany]);
  if (state.at === "loading") return <LoadingState locale={locale} />;
  if (state.at === "refused")
    return <RefusedState refusal={state.refusal} locale={locale} again={() => void look()} />;
  const words = publicCaseWords[locale];
  const send = async (isResolved: boolean) => {
    setSending(true);
    setRefusal(null);
    const body = {
      token,
      isResolved,
      score: isResolved ? draft.score : null,
      words: draft.words.trim(),
    };
    const told = await askServer<ConfirmationView>({ path: confirmPath, locale, body });
    setSending(false);
    if ("answer" in told) {
      forget();
      show(told.answer);
    } else if (told.refusal.kind === "used") await look();
    else setRefusal(told.refusal);
  };
  return (
    <>
      <p class="soft small">
        {words.number} <span class="number">{state.view.number}</span> ·{" "}
        {words.kind[state.view.kind]}
      </p>
      {state.view.state === "open" ? (
        <>
          {wasKept ? <p class="note small">{publicPageWords[locale].kept}</p> : null}
          {draft.isUnsolved ? (
            <NotSolvedForm
              locale={locale}
              text={draft.words}
              write={(text) => change({ words: text })}
              isSending={isSending}
              send={() => void send(false)}
              back={() => change({ isUnsolved: false })}
            />
          ) : (
            <ConfirmForm
              view={state.view}
              locale={locale}
              score={draft.score}
              choose={(score) => change({ score })}
              text={draft.words}
              write={(text) => change({ words: text })}
              isSending={isSending}
              send={() => void send(true)}
              notSolved={() => change({ isUnsolved: true })}
            />
          )}
          <RefusalNote refusal={refusal} locale={locale} />
        </>
      ) : (
        <Answered view={state.view} locale={locale} />
      )}
      <NoticeLink path={state.view.noticePath} words={words.notice} />
    </>
  );
};

/** What was answered, or that nothing is asked any more. */
const Answered = ({
  view,
  locale,
}: {
  view: ConfirmationView;
  locale: CasePartProps["locale"];
}) => {
  const words = publicCaseWords[locale].confirming;
  const { answered } = view;
  if (!answered)
    return (
      <>
        <h1>{view.state === "closed" ? words.closed : words.working}</h1>
        <p>{view.state === "closed" ? words.closedWords : words.workingWords}</p>
      </>
    );
  const isUnhappy = !answered.isResolved || (answered.score ?? 5) <= 2;
  const scoreWords =
    answered.score === null
      ? null
      : `${answered.score} · ${publicPageWords[locale].scores[answered.score as Score]}`;
  const after = isUnhappy
    ? words.thanksReopened
    : answered.score === 3
      ? words.thanksLukewarm
      : words.thanksClosed;
  return (
    <div role="status">
      <h1>{words.thanks}</h1>
      <p>{after}</p>
      <section class="card">
        <p>
          <strong>{words.answered(scoreWords, answered.isResolved)}</strong>
        </p>
        {answered.words === "" ? null : (
          <>
            <p class="soft small">{words.youWrote}</p>
            <p class="typed">{answered.words}</p>
          </>
        )}
      </section>
    </div>
  );
};
