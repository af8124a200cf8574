import type { IsoDay } from "../calendar/day-number.ts";

/** One step of a way to a person: who knows or sways whom, and by what. `level` only where one of us is the one who knows. */
export interface PathStepWords {
  from: string;
  to: string;
  by: PathStepKind;
  level: number | null;
}

/** What carries a step: a level of ours, an influence, a shared background, one department, or the reporting line. */
export const pathStepKinds = [
  "pair_level",
  "influence",
  "schoolmate",
  "fellow_townsman",
  "former_colleague",
  "relative",
  "friend",
  "reports_to",
  "same_department",
] as const;
export type PathStepKind = (typeof pathStepKinds)[number];

/**
 * What the relationship round says of an account, as data; the words are in phrases. Names and roles may stand here, never
 * a stance, an influence or a level of a customer's person: a signal is read by people without class P.
 */
export interface RelationshipReasons {
  /** A chain is drawn, and nobody in it is the economic buyer. */
  "relationship.economic_buyer_unknown": { members: number };
  /** A named economic buyer with whom no two-way contact is on record, ever. */
  "relationship.economic_buyer_never_met": { person: string; personId: string };
  /** Too few living threads: `threads` people of theirs, `colleagues` of ours (formulas § 3 ThreadCount, BusFactor). */
  "relationship.single_threaded": { threads: number; colleagues: number };
  /** Of the weight of the key people, less than half is known to be for us. */
  "relationship.majority_not_supporting": { keyPeople: number; supportingShare: number };
  /** So many stances are known and not one is against us: you are blind. */
  "relationship.no_opponent_mapped": { known: number };
  "relationship.gatekeeper_ignored": {
    person: string;
    personId: string;
    lastOn: IsoDay | null;
    days: number | null;
  };
  "relationship.stance_stale": { people: number; oldestOn: IsoDay; days: number };
  "relationship.placeholder_old": {
    people: number;
    oldest: string;
    personId: string;
    days: number;
  };
  /** The sentence on top of the relationship section. */
  "relationship.standing": {
    members: number;
    supportIndex: number;
    knownShare: number;
    coverage: number;
    threads: number;
  };
  /** People stand in the chain, but nobody's stance is known. */
  "relationship.standing_unknown": { members: number; coverage: number; threads: number };
  /** Too few known stances for a reader who may not see profiles: the index would give them away. */
  "relationship.standing_hidden": { members: number; coverage: number; threads: number };
  "relationship.no_chain": Record<string, never>;
  /** The next best person: one contact more would lift the coverage by `gain` (0..1). */
  "relationship.next_contact": { person: string; gain: number; through: string | null };
  /** The next best person: one step of stance would lift the support index by `gain` points. */
  "relationship.next_stance": { person: string; gain: number; through: string | null };
  /** The shortest credible way to a person. */
  "relationship.path": { steps: PathStepWords[] };
}
