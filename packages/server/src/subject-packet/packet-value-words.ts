import type { FactValue } from "@mainstay/domain/fact/fact-value";
import { pairLevelNames } from "@mainstay/domain/pair-level/pair-level";
import { chainQuestionsEn } from "@mainstay/phrases/decision-chain/questions-en";
import { chainQuestionsZh } from "@mainstay/phrases/decision-chain/questions-zh";
import { factValueWords } from "@mainstay/phrases/fact/fact-value-words";
import { formatDay, formatInstant } from "@mainstay/phrases/format/format-day";
import { formatShare } from "@mainstay/phrases/format/format-number";
import { glossaryEn } from "@mainstay/phrases/glossary/en";
import { glossaryZh } from "@mainstay/phrases/glossary/zh";
import { formatMoney } from "@mainstay/phrases/format/format-money";
import type { Locale } from "@mainstay/phrases/locale";
import { needEn } from "@mainstay/phrases/need/en";
import { needZh } from "@mainstay/phrases/need/zh";
import { packetWords } from "@mainstay/phrases/privacy/packet-words";

type Terms = Readonly<Record<string, string>>;
type Say = (value: never) => string;

/** How the values of a packet's fields are said in one language; a field not named here is said as it is. */
export const packetValueWords = (locale: Locale, timeZone: string) => {
  const terms = locale === "en" ? glossaryEn : glossaryZh;
  const words = packetWords[locale];
  const comma = locale === "en" ? ", " : "、";
  const term = (of: Terms) => (code: string) => of[code] ?? code;
  const several = (of: Terms) => (codes: readonly string[]) => codes.map(term(of)).join(comma);
  const level = (step: number) => terms.pairLevel[pairLevelNames[step - 1] ?? "no_contact"];
  const answers = (given: readonly { question: string; answer: string }[]) =>
    given.map((one) => answerWords(locale, one)).join("\n");
  const counts = (of: Record<string, number>) =>
    Object.entries(of)
      .map(([name, count]) => `${words.counted[name] ?? term(terms.consentScope)(name)} ${count}`)
      .join(comma);
  const sayings: Readonly<Record<string, Say>> = {
    value: (value: FactValue) => factValueWords(value, locale),
    kind: term(terms.factKind),
    class: term(terms.factClass),
    basis: term(terms.factBasis),
    scope: several(terms.consentScope),
    method: term(terms.consentMethod),
    buyingRole: term(terms.buyingRole),
    stance: term(terms.stance),
    style: term(terms.behaviourStyle),
    currentLevel: level,
    desiredLevel: level,
    answers,
    counts,
    tieKind: term(words.tieKind),
    direction: term(words.direction),
    coachTest: term(words.coachTest),
    state: term(words.promptState),
    endedBecause: term(words.endedBecause),
    handoverRole: term(words.handoverRole),
    handoverStatus: term(words.handoverStatus),
    needState: term((locale === "en" ? needEn : needZh).state),
    approvalKind: term(words.approvalKind),
    approvalStatus: term(words.approvalStatus),
    approvalAmount: ({ minor, currency }: { minor: number; currency: string }) =>
      formatMoney(minor, currency, locale, { exact: true }),
    linkPurpose: term(words.linkPurpose),
    nextStep: term(words.nextStep),
    withdrawnVia: (via: string) => words.withdrawnVia[via] ?? via,
    act: term(words.act),
    interactionKind: term(terms.interactionKind),
    requestKind: term(terms.subjectRequestKind),
    requestStatus: term(terms.subjectRequestStatus),
    receivedVia: term(terms.requestChannel),
    deletionReason: term(terms.deletionReason),
    redFlags: several(terms.signalKind),
    supportIndex: (value: number) => String(Math.round(value * 100) / 100),
    coverage: formatShare,
    knownShare: formatShare,
  };
  const instant = /^\d{4}-\d{2}-\d{2}T/;
  return (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    const say = sayings[field];
    if (say) return say(value as never);
    if (typeof value === "boolean") return value ? words.yes : words.no;
    if (value instanceof Date) return formatInstant(value.toISOString(), timeZone);
    const text = String(value);
    if (instant.test(text)) return formatInstant(text, timeZone);
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text, locale) : text;
  };
};

interface Question {
  readonly ask: string;
  readonly answers: Terms;
}

const answerWords = (
  locale: Locale,
  { question, answer }: { question: string; answer: string },
): string => {
  const all = locale === "en" ? chainQuestionsEn : chainQuestionsZh;
  for (const group of Object.values(all) as Record<string, Question>[]) {
    const found = group[question];
    if (found?.answers?.[answer] !== undefined) return `${found.ask} ${found.answers[answer]}`;
  }
  return `${question}: ${answer}`;
};
