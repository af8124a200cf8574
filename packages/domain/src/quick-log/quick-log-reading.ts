import type { IsoDay } from "../calendar/day-number.ts";
import type { InteractionKind, InteractionMood } from "../interaction/interaction-kind.ts";

/** Where in the line something was read, in UTF-16 units: from (inclusive) to (exclusive). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Something that was understood, and the words it was understood from. */
export interface Piece<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** Somebody or something named; several `ids` are candidates of which nobody has chosen yet, none means unknown. */
export interface Named {
  readonly span: Span;
  readonly words: string;
  readonly ids: readonly string[];
}

export interface NextStep {
  readonly title: string;
  readonly span: Span;
  readonly dueOn: IsoDay | null;
  readonly dueSpan: Span | null;
}

/**
 * One line as the rules understand it. Null means that the line does not say. `isPlan`: the contact is still to come,
 * so it belongs into the calendar rather than into the log.
 */
export interface QuickLogReading {
  readonly account: Named | null;
  readonly people: readonly Named[];
  readonly occurredOn: Piece<IsoDay> | null;
  readonly kind: Piece<InteractionKind> | null;
  readonly isTwoWay: Piece<boolean> | null;
  readonly topic: Piece<string> | null;
  readonly mood: Piece<InteractionMood> | null;
  readonly nextSteps: readonly NextStep[];
  readonly isPlan: boolean;
}

export interface DirectoryPerson {
  readonly id: string;
  readonly name: string;
  readonly pinyin: string;
  readonly title: string | null;
}

export interface DirectoryAccount {
  readonly id: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly pinyin: string;
  readonly people: readonly DirectoryPerson[];
}

/** What a line is read against: whom it may name, which day it is, and which days differ from the plain week. */
export interface QuickLogWorld {
  readonly today: IsoDay;
  readonly accounts: readonly DirectoryAccount[];
  readonly differentDays: readonly { readonly onDate: IsoDay; readonly isWorkday: boolean }[];
  /** The account of the page the line is written on. */
  readonly accountId?: string;
}
