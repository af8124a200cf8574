/** @jsxImportSource preact */
import type { Locale } from "@mainstay/phrases/locale";
import { publicPageWords } from "@mainstay/phrases/public-page/public-page-words";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

export interface PageFrameProps {
  readonly locale: Locale;
  readonly speak: (locale: Locale) => void;
  /** Whose page it is; empty until the server has said it. */
  readonly company: string;
  /** Title of the browser's tab. */
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The frame of every page for people who do not sign in: whose it is, the other language, the content. */
export const PageFrame = ({ locale, speak, company, title, children }: PageFrameProps) => {
  const words = publicPageWords[locale];
  const other: Locale = locale === "en" ? "zh-CN" : "en";
  useEffect(() => {
    document.title = company ? `${title} · ${company}` : title;
  }, [company, title]);
  return (
    <>
      <header class="head">
        <span class="company">{company}</span>
        <button
          type="button"
          class="quiet"
          lang={other}
          aria-label={words.otherName}
          onClick={() => speak(other)}
        >
          {words.other}
        </button>
      </header>
      <main class="page">{children}</main>
    </>
  );
};
