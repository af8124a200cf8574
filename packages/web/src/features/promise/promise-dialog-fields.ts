import { type PromiseView, promises } from "@mainstay/contract/promise";

/** The acts on a promise that ask for something. */
export const promiseActs = ["keep", "move", "sendBack", "break", "withdraw"] as const;
export type PromiseActName = (typeof promiseActs)[number];

/** What a dialog has been told so far; `words` are the evidence or the reason. */
export interface PromiseDraft {
  readonly on: string | null;
  readonly personId: string | null;
  readonly words: string;
}

/** Which fields an act asks for. */
export const asksFor: Readonly<
  Record<PromiseActName, { day: "done" | "new" | null; person: "agreed" | "back" | null }>
> = {
  keep: { day: "done", person: null },
  move: { day: "new", person: "agreed" },
  sendBack: { day: "new", person: "back" },
  break: { day: null, person: null },
  withdraw: { day: null, person: "agreed" },
};

/** The endpoint and body of an act; null while something it needs is missing. */
export const sentBy = (
  act: PromiseActName,
  { on, personId, words: raw }: PromiseDraft,
  { dueOn }: Pick<PromiseView, "dueOn">,
) => {
  const words = raw.trim();
  const endpoint = promises[act];
  const body = (): object | null => {
    if (words === "") return null;
    if (act === "keep") return on === null ? null : { doneOn: on, evidence: words };
    if (act === "break") return { because: words };
    if (act === "withdraw")
      return personId === null ? null : { because: words, agreedWithPersonId: personId };
    if (on === null) return null;
    if (act === "sendBack") return { dueOn: on, because: words, personId };
    return personId === null || on === dueOn
      ? null
      : { dueOn: on, because: words, agreedWithPersonId: personId };
  };
  return { endpoint, body: body() };
};
