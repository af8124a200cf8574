/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { publicCaseWords } from "@mainstay/phrases/public-case/public-case-words";
import { useState } from "preact/hooks";
import { LoadingState, RefusedState } from "../public/link-state.tsx";
import { PageFrame } from "../public/page-frame.tsx";
import { usePageLocale } from "../public/page-locale.ts";
import { useLink } from "../public/use-link.ts";
import { linkLookPath } from "./case-paths.ts";
import { ConfirmPage } from "./confirm-page.tsx";
import { FilingPage } from "./filing-page.tsx";
import { TrackingPage } from "./tracking-page.tsx";

interface Purpose {
  readonly purpose: string;
  readonly locale: Locale;
}

/** What each of the three pages gets. */
export interface CasePartProps {
  readonly token: string;
  readonly locale: Locale;
  /** Tells the frame whose page it is. */
  readonly nameCompany: (name: string) => void;
}

const parts = {
  case_filing: FilingPage,
  case_tracking: TrackingPage,
  case_confirmation: ConfirmPage,
} as const;

/** Asks what the link is good for and shows that page: file a case, follow one, or say whether it is solved. */
export const CasePage = ({ token }: { token: string }) => {
  const { state, look } = useLink<Purpose>(linkLookPath, token, "zh-CN");
  const { locale, speak } = usePageLocale(state.at === "open" ? state.view.locale : null);
  const [company, nameCompany] = useState("");
  const words = publicCaseWords[locale];
  const purpose = state.at === "open" ? state.view.purpose : null;
  const Part = purpose !== null && purpose in parts ? parts[purpose as keyof typeof parts] : null;
  const title = {
    case_filing: words.filing.title,
    case_tracking: words.tracking.title,
    case_confirmation: words.confirming.title,
  }[purpose ?? ""];
  return (
    <PageFrame
      locale={locale}
      speak={speak}
      company={company}
      title={title ?? words.tracking.title}
    >
      {state.at === "loading" ? <LoadingState locale={locale} /> : null}
      {state.at === "refused" ? (
        <RefusedState refusal={state.refusal} locale={locale} again={() => void look()} />
      ) : null}
      {Part ? <Part token={token} locale={locale} nameCompany={nameCompany} /> : null}
      {state.at === "open" && !Part ? (
        <RefusedState
          refusal={{ kind: "invalid", code: null, words: null, seconds: 0, fields: [] }}
          locale={locale}
          again={() => void look()}
        />
      ) : null}
    </PageFrame>
  );
};
