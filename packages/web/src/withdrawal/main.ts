import { type Locale, localeFromPreference } from "@mainstay/phrases/locale";
import { readLinkToken } from "../lib/link-token.ts";
import { lookAtLink, withdrawByLink } from "./ask-server.ts";
import { showWithdrawal, type WithdrawalActs, type WithdrawalState } from "./withdrawal-page.ts";

const root = document.querySelector<HTMLElement>("#page");
let locale: Locale = localeFromPreference(navigator.languages);
let state: WithdrawalState = { at: "loading" };

const show = (next: WithdrawalState): void => {
  state = next;
  if (root) showWithdrawal(root, state, locale, acts);
};

const look = async (): Promise<void> => {
  show({ at: "loading" });
  const told = await lookAtLink(readLinkToken() ?? "");
  show(typeof told === "string" ? { at: told } : { at: "open", view: told.answer });
};

const acts: WithdrawalActs = {
  speak(next) {
    locale = next;
    show(state);
  },
  ask() {
    if ("view" in state) show({ at: "asking", view: state.view });
  },
  back() {
    if ("view" in state) show({ at: "open", view: state.view });
  },
  withdraw() {
    if (!("view" in state)) return;
    show({ at: "working", view: state.view });
    void withdrawByLink(readLinkToken() ?? "").then((told) =>
      show(typeof told === "string" ? { at: told } : { at: "done", ...told.answer }),
    );
  },
  again() {
    void look();
  },
};

void look();
