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

/** What a contact was about, with the clause that says it. */
export interface Topic extends Piece<string> {
  readonly clause: string;
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

/** A contact that was, a contact still to come (calendar), or only something to do. */
export type QuickLogSort = "contact" | "plan" | "steps";

/** One line as the rules understand it. Null means that the line does not say; of a plan `occurredOn` is the day to come. */
export interface QuickLogReading {
  readonly account: Named | null;
  readonly people: readonly Named[];
  readonly occurredOn: Piece<IsoDay> | null;
  readonly kind: Piece<InteractionKind> | null;
  readonly isTwoWay: Piece<boolean> | null;
  readonly topic: Topic | null;
  readonly mood: Piece<InteractionMood> | null;
  readonly nextSteps: readonly NextStep[];
  readonly sort: QuickLogSort;
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
  readonly differentDays: readonly {
    readonly onDate: IsoDay;
    readonly isWorkday: boolean;
    readonly label?: string;
  }[];
  /** The account of the page the line is written on. */
  readonly accountId?: string;
}
