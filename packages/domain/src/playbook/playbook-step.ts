import type { InteractionKind } from "../interaction/interaction-kind.ts";
import type { OwnerRole } from "./owner-role.ts";

/** The same words in both languages of the product. */
export interface BothWords {
  readonly zh: string;
  readonly en: string;
}

/** One standard action of a stage (标准动作). */
export interface PlaybookStep {
  /** Names the step inside its playbook: small letters, digits and `_`. */
  readonly key: string;
  readonly title: BothWords;
  /** Why it is worth doing. */
  readonly why: BothWords;
  /** By what one sees that it is done. */
  readonly done: BothWords;
  readonly ownerRole: OwnerRole;
  /** The step that must be finished first; null counts from the day the stage began. */
  readonly after: string | null;
  /** Workdays from there; before the start where negative. */
  readonly offset: number;
  /** Comes again every so many workdays, so many times in all; null for once. */
  readonly repeat: { readonly every: number; readonly times: number } | null;
  /** A contact of one of these kinds meets it by itself; empty where only a person's word does. */
  readonly contactKinds: readonly InteractionKind[];
}

/** The longest offset and repetition a playbook may have, and its longest list. */
export const playbookLimits = {
  earliestOffset: -60,
  latestOffset: 780,
  longestEvery: 260,
  mostTimes: 60,
  mostSteps: 60,
} as const;

/** The name of one occurrence of a step: `kickoff`, or `weekly_sync#3` where it repeats. */
export const occurrenceKey = (step: Pick<PlaybookStep, "key" | "repeat">, round: number): string =>
  step.repeat === null ? step.key : `${step.key}#${round}`;

/** The step an occurrence belongs to. */
export const stepKeyOf = (occurrence: string): string => occurrence.split("#")[0] ?? occurrence;
