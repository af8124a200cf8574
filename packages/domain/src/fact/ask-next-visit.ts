import type { IsoDay } from "../calendar/day-number.ts";
import { type FactKind, factKinds, factRules, firstFactKinds } from "./fact-kind.ts";

/** What was decided about asking: on the list for the next visit, not before a day, or the person does not wish to say. */
export const factPromptStates = ["ask", "put_off", "refused"] as const;
export type FactPromptState = (typeof factPromptStates)[number];

export interface FactPrompt {
  readonly kind: FactKind;
  readonly state: FactPromptState;
  /** First day on which a question put off may be proposed again. */
  readonly putOffUntil: IsoDay | null;
}

/** A question put off comes back after so many days unless told otherwise. */
export const putOffDays = 60;
/** So many questions are proposed at once: a visit is no interview. */
export const proposedAtOnce = 3;

/** The order in which a dossier grows: five fields first, then the rest. Sensitive kinds are never asked for. */
export const kindsToAsk: readonly FactKind[] = [
  ...firstFactKinds,
  ...factKinds.filter(
    (kind) =>
      factRules[kind].class !== "S" && !(firstFactKinds as readonly FactKind[]).includes(kind),
  ),
];

/** Kinds that may ever be asked of this person: not refused by them, not a profile they objected to. */
export const kindsWanted = (
  prompts: readonly FactPrompt[],
  hasObjectedToProfiling: boolean,
): readonly FactKind[] => {
  const refused = new Set(
    prompts.filter(({ state }) => state === "refused").map(({ kind }) => kind),
  );
  return kindsToAsk.filter(
    (kind) => !refused.has(kind) && !(hasObjectedToProfiling && factRules[kind].isProfile),
  );
};

/** What to ask on the next visit: what was taken up, then the next few of the order that are neither held nor put off. */
export const questionsForNextVisit = (
  held: readonly FactKind[],
  prompts: readonly FactPrompt[],
  on: { readonly today: IsoDay; readonly hasObjectedToProfiling: boolean },
): { readonly kind: FactKind; readonly isTakenUp: boolean }[] => {
  const open = kindsWanted(prompts, on.hasObjectedToProfiling).filter(
    (kind) => !held.includes(kind),
  );
  const of = new Map(prompts.map((prompt) => [prompt.kind, prompt]));
  const takenUp = open.filter((kind) => of.get(kind)?.state === "ask");
  const proposed = open.filter((kind) => {
    const prompt = of.get(kind);
    if (prompt === undefined) return true;
    return prompt.state === "put_off" && (prompt.putOffUntil ?? on.today) <= on.today;
  });
  return [
    ...takenUp.map((kind) => ({ kind, isTakenUp: true })),
    ...proposed.slice(0, proposedAtOnce).map((kind) => ({ kind, isTakenUp: false })),
  ];
};

/**
 * How far a dossier has come: kinds held of kinds that may be asked. Sensitive kinds never count, so nobody is led to
 * collect them for a fuller bar; what the person refused to say is not missing.
 */
export const dossierCompleteness = (
  held: readonly FactKind[],
  prompts: readonly FactPrompt[],
  hasObjectedToProfiling: boolean,
): { readonly known: number; readonly wanted: number } => {
  const wanted = kindsWanted(prompts, hasObjectedToProfiling);
  return { known: wanted.filter((kind) => held.includes(kind)).length, wanted: wanted.length };
};
