/** @jsxImportSource preact */
import type { PublicCaseView } from "@mainstay/contract/public-case";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useEffect } from "preact/hooks";
import { LoadingState, RefusedState } from "../public/link-state.tsx";
import { useLink } from "../public/use-link.ts";
import type { CasePartProps } from "./case-page.tsx";
import { trackLookPath } from "./case-paths.ts";
import { CaseStanding } from "./case-standing.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { NoticeLink } from "./notice-link.tsx";
import { PauseAsked } from "./pause-asked.tsx";
import { WriteMore } from "./write-more.tsx";

/** The customer sees where their case stands, who works on it and until when, and adds to it. */
export const TrackingPage = ({ token, locale, nameCompany }: CasePartProps) => {
  const { state, show, look } = useLink<PublicCaseView>(trackLookPath, token, locale);
  const view = state.at === "open" ? state.view : null;
  useEffect(() => {
    if (view) nameCompany(view.handlerName);
  }, [view, nameCompany]);
  if (state.at === "loading") return <LoadingState locale={locale} />;
  if (state.at === "refused")
    return <RefusedState refusal={state.refusal} locale={locale} again={() => void look()} />;
  const words = publicCaseWords[locale];
  const part = { token, locale, view: state.view, show };
  return (
    <>
      <CaseStanding view={state.view} locale={locale} />
      {state.view.pauseAsked ? <PauseAsked {...part} asked={state.view.pauseAsked} /> : null}
      <CaseTimeline view={state.view} locale={locale} />
      <WriteMore {...part} look={() => void look()} />
      <button type="button" class="quiet wide" onClick={() => void look()}>
        {words.tracking.refresh}
      </button>
      <NoticeLink path={state.view.noticePath} words={words.notice} />
    </>
  );
};
