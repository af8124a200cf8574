import type { Grade } from "../account/grade.ts";
import type { Segment } from "../account/segment.ts";
import type { IsoDay } from "../calendar/day-number.ts";
import type { InteractionKind } from "../interaction/interaction-kind.ts";
import { type Cadence, cadences } from "./cadence.ts";
import { type ServiceMode, serviceModes } from "./service-mode.ts";

/** What is owed again and again; each is an obligation kind of its own. */
export const dutyKinds = ["visit", "review", "executive_meeting", "value_report"] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** How often, and which kinds of contact count as done; none where only a person's word does (a value report). */
export interface Duty {
  readonly every: Cadence;
  readonly contactKinds: readonly InteractionKind[];
}

/** Seats a policy may demand to be filled by one of us. */
export const policySeats = ["manager", "backup", "sponsor"] as const;
export type PolicySeat = (typeof policySeats)[number];

/** What an account is owed. Hours are clock hours; money is minor units of the workspace's currency a calendar year. */
export interface ServiceTerms {
  readonly duties: Readonly<Partial<Record<DutyKind, Duty>>>;
  readonly seats: readonly PolicySeat[];
  readonly replyHours: number | null;
  readonly solveHours: number | null;
  /** 绿色通道: reply within so many hours; null without one. */
  readonly greenChannelHours: number | null;
  readonly benefitBudgetMinor: number | null;
  readonly serviceMode: ServiceMode | null;
}

/** A line says what it says; of what it leaves out another line decides. */
export type PolicyLine = Partial<ServiceTerms>;

/** Lines in the order in which they are asked where two are equally strict: the most particular first. */
export const policyLineKeys = [
  "segment:core",
  "segment:high_potential",
  "segment:maintain",
  "segment:develop",
  "grade:strategic",
  "grade:key",
  "grade:base",
  "default",
] as const;
export type PolicyLineKey = (typeof policyLineKeys)[number];

export type PolicyLines = Readonly<Partial<Record<PolicyLineKey, PolicyLine>>>;

/** 服务政策: version 0 is the one shipped with the product, in force until a first one is published. */
export interface ServicePolicy {
  readonly version: number;
  readonly effectiveFrom: IsoDay | null;
  readonly lines: PolicyLines;
}

type SingleTerm = Exclude<keyof ServiceTerms, "duties" | "seats">;

/** What one account is owed, and which line of the policy gave each term. */
export interface OwedService {
  readonly terms: ServiceTerms;
  readonly because: {
    readonly duties: Readonly<Partial<Record<DutyKind, PolicyLineKey>>>;
    readonly seats: Readonly<Partial<Record<PolicySeat, PolicyLineKey>>>;
  } & Readonly<Record<SingleTerm, PolicyLineKey | null>>;
}

/** An account as the policy sees it; null where the evaluation has not placed it. */
export interface PlacedForPolicy {
  readonly segment: Segment | null;
  readonly grade: Grade | null;
}

/** The lines that speak of an account, the most particular first. */
const linesOf = ({ lines }: ServicePolicy, { segment, grade }: PlacedForPolicy) =>
  policyLineKeys.flatMap((key) => {
    const isOfAccount =
      key === "default" || key === `segment:${segment}` || key === `grade:${grade}`;
    const line = lines[key];
    return isOfAccount && line ? [{ key, line }] : [];
  });

type Said = ReturnType<typeof linesOf>[number];

/** The one that sorts first; the earlier line where two are equal. Absent values are no candidates. */
const strictest = <Value>(
  said: readonly Said[],
  read: (line: PolicyLine) => Value | null | undefined,
  compare: (a: Value, b: Value) => number,
): { key: PolicyLineKey; value: Value } | null => {
  let best: { key: PolicyLineKey; value: Value } | null = null;
  for (const { key, line } of said) {
    const value = read(line);
    if (value === null || value === undefined) continue;
    if (best === null || compare(value, best.value) < 0) best = { key, value };
  }
  return best;
};

const fewer = (a: number, b: number) => a - b;
const more = (a: number, b: number) => b - a;

/** More often is stricter; equally often, fewer kinds that count are; a duty that a contact can prove beats word of mouth. */
const compareDuties = (a: Duty, b: Duty): number =>
  cadences.indexOf(a.every) - cadences.indexOf(b.every) ||
  kindsRank(a) - kindsRank(b) ||
  a.contactKinds.toSorted().join().localeCompare(b.contactKinds.toSorted().join(), "en");
const kindsRank = ({ contactKinds }: Duty) => contactKinds.length || Number.POSITIVE_INFINITY;

/**
 * What the policy owes an account of this segment and grade: its segment's line, its grade's line and the default line
 * together, and for every term the stricter word wins: the more frequent duty, the shorter clock, the larger budget, the
 * closer service mode, every seat that any line demands. `because` names the line that gave each term.
 */
export const policyLineFor = (policy: ServicePolicy, placed: PlacedForPolicy): OwedService => {
  const said = linesOf(policy, placed);
  const duties: Partial<Record<DutyKind, Duty>> = {};
  const dutyLines: Partial<Record<DutyKind, PolicyLineKey>> = {};
  for (const kind of dutyKinds) {
    const found = strictest(said, ({ duties }) => duties?.[kind], compareDuties);
    if (!found) continue;
    duties[kind] = found.value;
    dutyLines[kind] = found.key;
  }
  const seatLines: Partial<Record<PolicySeat, PolicyLineKey>> = {};
  for (const { key, line } of said) for (const seat of line.seats ?? []) seatLines[seat] ??= key;
  const reply = strictest(said, ({ replyHours }) => replyHours, fewer);
  const solve = strictest(said, ({ solveHours }) => solveHours, fewer);
  const green = strictest(said, ({ greenChannelHours }) => greenChannelHours, fewer);
  const budget = strictest(said, ({ benefitBudgetMinor }) => benefitBudgetMinor, more);
  const mode = strictest(
    said,
    ({ serviceMode }) => serviceMode,
    (a, b) => serviceModes.indexOf(a) - serviceModes.indexOf(b),
  );
  return {
    terms: {
      duties,
      seats: policySeats.filter((seat) => seatLines[seat]),
      replyHours: reply?.value ?? null,
      solveHours: solve?.value ?? null,
      greenChannelHours: green?.value ?? null,
      benefitBudgetMinor: budget?.value ?? null,
      serviceMode: mode?.value ?? null,
    },
    because: {
      duties: dutyLines,
      seats: seatLines,
      replyHours: reply?.key ?? null,
      solveHours: solve?.key ?? null,
      greenChannelHours: green?.key ?? null,
      benefitBudgetMinor: budget?.key ?? null,
      serviceMode: mode?.key ?? null,
    },
  };
};
