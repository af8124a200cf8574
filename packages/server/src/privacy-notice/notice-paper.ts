import { formatDay } from "@mainstay/phrases/format/format-day";
import { privacyGlossaryEn } from "@mainstay/phrases/glossary/privacy-en";
import { privacyGlossaryZh } from "@mainstay/phrases/glossary/privacy-zh";
import type { Locale } from "@mainstay/phrases/locale";
import { noticeWords } from "@mainstay/phrases/privacy/notice-words";
import type { Paper, PaperPart } from "../platform/paper/paper.ts";
import type { NoticeRecord } from "./notice-queries.ts";

/** The published notice as a paper: who, why, how, which kinds for how long, to whom, and the reader's rights (Article 17). */
export const noticePaper = (
  { version, content }: NoticeRecord,
  current: number,
  locale: Locale,
): Paper => {
  const words = noticeWords[locale];
  const terms = locale === "en" ? privacyGlossaryEn : privacyGlossaryZh;
  const own = (text: { zh: string; en: string }) => (locale === "en" ? text.en : text.zh);
  const heading = (text: string): PaperPart => ({ kind: "heading", text });
  const paragraph = (text: string): PaperPart => ({ kind: "paragraph", text });
  const who: [string, string][] = [
    [words.name, content.handlerName],
    [words.address, content.handlerAddress],
    [words.contact, content.contactName],
    [words.phone, content.contactPhone],
    [words.mail, content.contactMail],
    [words.officer, content.officer],
  ];
  const on = formatDay(content.publishedOn, locale);
  return {
    title: words.title,
    subtitle: words.version(version, on),
    locale,
    footer: `${content.handlerName} · ${words.version(version, on)}`,
    parts: [
      ...(version < current ? [paragraph(words.older(current))] : []),
      heading(words.handler),
      { kind: "pairs", rows: who.filter(([, value]) => value !== "") },
      heading(words.purposes),
      { kind: "list", items: content.purposes.map(own) },
      heading(words.methods),
      paragraph(own(content.methods)),
      heading(words.kinds),
      paragraph(words.kindsWhy),
      {
        kind: "table",
        head: [words.kind, words.class, words.basis, words.kept],
        rows: content.kinds.map(({ kind, class: ofClass, basis, retention }) => [
          terms.consentScope[kind],
          terms.factClass[ofClass],
          terms.factBasis[basis],
          retention.unit === "months"
            ? words.keptMonths(retention.count)
            : words.keptDays(retention.count),
        ]),
      },
      heading(words.recipients),
      ...(content.recipients.length === 0
        ? [paragraph(words.noRecipients)]
        : [
            {
              kind: "table" as const,
              head: [words.recipient, words.purpose, words.kind],
              rows: content.recipients.map(({ name, purpose, kinds }) => [name, purpose, kinds]),
            },
          ]),
      heading(words.crossBorder),
      paragraph(own(content.crossBorder) || words.noCrossBorder),
      heading(words.rights),
      paragraph(own(content.howToExercise)),
      paragraph(words.answerWithin(content.requestWorkingDays)),
      heading(words.changes),
      paragraph(words.changesWords),
    ],
  };
};
