import type { WithdrawalView } from "@mainstay/contract/consent";
import { formatDay } from "@mainstay/phrases/format/format-day";
import { privacyGlossaryEn } from "@mainstay/phrases/glossary/privacy-en";
import { privacyGlossaryZh } from "@mainstay/phrases/glossary/privacy-zh";
import type { Locale } from "@mainstay/phrases/locale";
import { withdrawalWords } from "@mainstay/phrases/privacy/withdrawal-words";

/** Where the page stands. */
export type WithdrawalState =
  | { readonly at: "loading" | "gone" | "unreachable" }
  | { readonly at: "open" | "asking" | "working"; readonly view: WithdrawalView }
  | { readonly at: "done"; readonly deleted: number; readonly receiptId: string };

export interface WithdrawalActs {
  readonly speak: (locale: Locale) => void;
  readonly ask: () => void;
  readonly back: () => void;
  readonly withdraw: () => void;
  readonly again: () => void;
}

type Child = Node | string;

const element = (name: string, children: readonly Child[] = [], look: object = {}): HTMLElement => {
  const made = Object.assign(document.createElement(name), look);
  made.append(...children);
  return made;
};
const button = (words: string, onclick: () => void, look: object = {}): HTMLElement =>
  element("button", [words], { type: "button", onclick, ...look });

const consentCard = (view: WithdrawalView, locale: Locale): HTMLElement => {
  const words = withdrawalWords[locale];
  const terms = locale === "en" ? privacyGlossaryEn : privacyGlossaryZh;
  const scope = view.scope.map((one) => terms.consentScope[one]).join(words.comma);
  const pairs: [string, Child][] = [
    [words.scope, element("strong", [scope])],
    [words.purpose, view.purpose],
    [words.given, formatDay(view.givenOn, locale)],
    [words.until, formatDay(view.expiresOn, locale)],
    ...(view.contact ? [[words.contact, view.contact] as [string, Child]] : []),
  ];
  return element("section", [
    element(
      "dl",
      pairs.flatMap(([term, value]) => [element("dt", [term]), element("dd", [value])]),
    ),
    ...(view.words === null
      ? []
      : [element("details", [element("summary", [words.words]), element("p", [view.words])])]),
    ...(view.noticePath === null
      ? []
      : [element("a", [words.notice], { href: view.noticePath, target: "_blank" })]),
  ]);
};

const body = (state: WithdrawalState, locale: Locale, acts: WithdrawalActs): Child[] => {
  const words = withdrawalWords[locale];
  switch (state.at) {
    case "loading":
      return [element("p", [words.loading], { className: "soft" })];
    case "gone":
      return [element("h1", [words.gone]), element("p", [words.goneWords])];
    case "unreachable":
      return [element("p", [words.unreachable]), button(words.again, acts.again)];
    case "done":
      return [
        element("h1", [words.done]),
        element("p", [words.doneWords(state.deleted)]),
        element("p", [words.receipt(state.receiptId)], { className: "soft" }),
      ];
    case "open":
      return [
        element("p", [words.who(state.view.initial)], { className: "soft" }),
        element("h1", [words.title]),
        element("p", [words.lead(state.view.handlerName)]),
        consentCard(state.view, locale),
        button(words.withdraw, acts.ask, { className: "main" }),
      ];
    default: {
      const isWorking = state.at === "working";
      const confirm = isWorking ? words.working : words.confirm;
      return [
        element("h1", [words.title]),
        element("p", [words.sure]),
        button(confirm, acts.withdraw, { className: "main", disabled: isWorking }),
        button(words.back, acts.back, { disabled: isWorking }),
      ];
    }
  }
};

/** Puts the page in its state before the reader, in their language; what was typed by others stands as text only. */
export const showWithdrawal = (
  root: HTMLElement,
  state: WithdrawalState,
  locale: Locale,
  acts: WithdrawalActs,
): void => {
  document.documentElement.lang = locale;
  document.title = withdrawalWords[locale].title;
  const other: Locale = locale === "en" ? "zh-CN" : "en";
  const turn = button(withdrawalWords[locale].other, () => acts.speak(other), { lang: other });
  root.replaceChildren(element("nav", [turn]), ...body(state, locale, acts));
};
