import type { Locale } from "@mainstay/phrases/locale";
import { useEffect, useState } from "preact/hooks";
import { askServer, type Refusal, type Told } from "./ask-server.ts";

export type LinkState<View> =
  | { readonly at: "loading" }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "open"; readonly view: View };

const stateOf = <View>(told: Told<View>): LinkState<View> =>
  "answer" in told ? { at: "open", view: told.answer } : { at: "refused", refusal: told.refusal };

/** What the link stands for, asked of the server when the page opens and whenever `look` is called. */
export const useLink = <View>(path: string, token: string, locale: Locale) => {
  const [state, setState] = useState<LinkState<View>>({ at: "loading" });
  const ask = () => askServer<View>({ path, locale, body: { token } });
  useEffect(() => {
    let isGone = false;
    void ask().then((told) => isGone || setState(stateOf(told)));
    return () => {
      isGone = true;
    };
    // Another language is another way of saying it, not another question.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [path, token]);
  return {
    state,
    show: (view: View) => setState({ at: "open", view }),
    look: () => {
      setState({ at: "loading" });
      return ask().then((told) => setState(stateOf(told)));
    },
  };
};
