import { type NeedState, needStates } from "./need-kind.ts";

/** The way in order: 线索 → 假设 → 已验证 → 已解决 → 已体现价值. */
const way = needStates.filter((state) => state !== "declined");

/**
 * Where a need may go next (capabilities N1): one step on, back to any earlier state, or openly declined while nothing has been
 * delivered. A declined need may be taken up again as a hypothesis. Every step rests on evidence.
 */
export const nextNeedStates = (state: NeedState): readonly NeedState[] => {
  if (state === "declined") return ["hypothesis"];
  const at = way.indexOf(state);
  const on = way.slice(at + 1, at + 2);
  const back = way.slice(0, at);
  return [...on, ...back, ...(at < way.indexOf("solved") ? (["declined"] as const) : [])];
};

export const mayStep = (from: NeedState, to: NeedState): boolean =>
  nextNeedStates(from).includes(to);

/** What a step still lacks, as the field to fill in; null when nothing. */
export type NeedLack = "person" | "customerValue" | "capability";

/** What is known of a need when it takes a step. */
export interface NeedKnown {
  /** Their person who said so, on the step or on the need. */
  readonly hasPerson: boolean;
  readonly customerValueMinor: number | null;
  readonly capability: number | null;
}

/**
 * A need is validated when a person of theirs has said it, solved only where we have said how well we can do it, and valued
 * only with a worth that the customer put a number to.
 */
export const lackForStep = (to: NeedState, known: NeedKnown): NeedLack | null => {
  if ((to === "validated" || to === "valued") && !known.hasPerson) return "person";
  if (to === "solved" && known.capability === null) return "capability";
  if (to === "valued" && known.customerValueMinor === null) return "customerValue";
  return null;
};

/** Days a need may rest in a state before it counts as forgotten; null where it may rest. */
const restDays: Readonly<Record<NeedState, number | null>> = {
  signal: 30,
  hypothesis: 45,
  validated: 90,
  solved: 60,
  valued: null,
  declined: null,
};

/** 搁置: it has rested in its state for longer than such a state should take. */
export const isStale = (state: NeedState, daysInState: number): boolean =>
  daysInState > (restDays[state] ?? Number.POSITIVE_INFINITY);

/** After how many days a state counts as forgotten; null: never. */
export const staleAfterDays = (state: NeedState): number | null => restDays[state];
