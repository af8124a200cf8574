/** @jsxImportSource preact */
import type { AnswerSheet } from "@mainstay/contract/survey-response";
import { surveyPageWords } from "@mainstay/phrases/public-survey/survey-page-words";
import { useState } from "preact/hooks";
import { LoadingState, RefusedState } from "../public/link-state.tsx";
import { PageFrame } from "../public/page-frame.tsx";
import { usePageLocale } from "../public/page-locale.ts";
import { useLink } from "../public/use-link.ts";
import { Notice, Thanks } from "./after-answering.tsx";
import { forgetDraft } from "./answer-draft.ts";
import { inLanguage } from "./answer-field.ts";
import { AnswerForm } from "./answer-form.tsx";
import { SheetHead } from "./sheet-head.tsx";
import { WayOut } from "./way-out.tsx";

type Step = "answering" | "done" | "declined" | "opted_out";

/** The page behind a survey link, from the first look to the thanks. */
export const SurveyPage = ({ token }: { token: string }) => {
  const [workspaceLocale, setWorkspaceLocale] = useState<AnswerSheet["locale"] | null>(null);
  const { locale, speak } = usePageLocale(workspaceLocale);
  const { state, look } = useLink<AnswerSheet>("/survey-answers/look", token, locale);
  const [step, setStep] = useState<Step>("answering");
  const words = surveyPageWords[locale];
  const sheet = state.at === "open" ? state.view : null;
  if (sheet && workspaceLocale === null) setWorkspaceLocale(sheet.locale);
  const go = (next: Step) => {
    setStep(next);
    window.scrollTo(0, 0);
  };
  const again = () => {
    void look();
    go("answering");
  };
  const leave = (next: Step) => () => {
    forgetDraft(token);
    go(next);
  };
  const content = () => {
    if (state.at === "loading") return <LoadingState locale={locale} />;
    if (state.at === "refused") {
      const { code, words: told } = state.refusal;
      if (code === "survey_response.closed")
        return <Notice title={words.closed} words={told ?? ""} />;
      return <RefusedState refusal={state.refusal} locale={locale} again={again} />;
    }
    const { view } = state;
    if (step === "opted_out") return <Notice title={words.optedOut} words={words.optedOutWords} />;
    if (step === "declined")
      return (
        <Notice
          title={words.declined}
          words={words.declinedWords}
          act={{ words: words.answerAfterAll, run: again }}
        />
      );
    if (step === "done") return <Thanks sheet={view} locale={locale} change={again} />;
    if (view.state === "final") return <Notice title={words.final} words={words.finalWords} />;
    return (
      <>
        <SheetHead sheet={view} locale={locale} />
        {view.questions.length === 0 ? (
          <p>{words.noQuestions}</p>
        ) : (
          <AnswerForm token={token} sheet={view} locale={locale} done={() => go("done")} />
        )}
        {view.isWalkIn ? null : (
          <WayOut
            token={token}
            locale={locale}
            mayDecline={view.state === "open" && !view.isDeclined}
            declined={leave("declined")}
            optedOut={leave("opted_out")}
          />
        )}
        {view.noticePath ? (
          <p class="small">
            <a href={view.noticePath} target="_blank" rel="noreferrer">
              {words.notice}
            </a>
          </p>
        ) : null}
      </>
    );
  };
  return (
    <PageFrame
      locale={locale}
      speak={speak}
      company={sheet?.handlerName ?? ""}
      title={sheet ? inLanguage(sheet.title, locale) || words.title : words.title}
    >
      {content()}
    </PageFrame>
  );
};
