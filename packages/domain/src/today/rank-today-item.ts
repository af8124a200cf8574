import type { SignalSeverity } from "../signal/signal-kind.ts";
import type { TodayItemKind, TodayUrgency } from "./today-item.ts";

/** What the rank of an item rests on. */
export interface RankedFacts {
  readonly kind: TodayItemKind;
  /** Signals only. */
  readonly severity: SignalSeverity | null;
  /** Days until it is due, negative when overdue; null where nothing is due. */
  readonly dueInDays: number | null;
  /** Hours left on a running clock, negative when past; null where no clock runs. */
  readonly hoursLeft: number | null;
  /** What stands behind it, in minor units of the base currency: a signal's stake, else the account's yearly revenue. */
  readonly moneyMinor: number;
}

export interface TodayRank {
  readonly urgency: TodayUrgency;
  /** 0 … 5; higher comes first. */
  readonly score: number;
}

const bySeverity: Readonly<Record<SignalSeverity, [TodayUrgency, number]>> = {
  critical: ["now", 3],
  act: ["soon", 2],
  watch: ["later", 1],
};

/** Days after which a dated thing counts as soon. */
const soonDays = 7;

const byClock = (hoursLeft: number): [TodayUrgency, number] => {
  if (hoursLeft < 0) return ["now", 4];
  return hoursLeft < 6 ? ["now", 3.5] : ["now", 3];
};

/** A case's clock may have days to go; without one it waits for somebody's word. */
const byCaseClock = (hoursLeft: number | null): [TodayUrgency, number] => {
  if (hoursLeft === null) return ["soon", 2];
  if (hoursLeft < 24) return byClock(hoursLeft);
  return hoursLeft < 24 * soonDays ? ["soon", 2.5 - hoursLeft / 24 / 20] : ["later", 1];
};

const byDueDay = (days: number, base: number): [TodayUrgency, number] => {
  if (days < 0) return ["overdue", base + 1 + Math.min(0.5, -days / 60)];
  if (days === 0) return ["now", base + 0.75];
  if (days <= soonDays) return ["soon", base + 0.5 - days / 20];
  return ["later", Math.max(0, base - 0.5 - Math.min(0.5, (days - soonDays) / 60))];
};

/** An approval holds somebody else up; a duty to the customer weighs more than a task of ours, a day only fills the gaps. */
const baseOf: Readonly<
  Record<Exclude<TodayItemKind, "signal" | "handover" | "case" | "inspection">, number>
> = {
  approval: 1.75,
  promise: 1.75,
  obligation: 1.5,
  task: 1.25,
  day: 0.75,
};

const urgencyOf = ({
  kind,
  severity,
  dueInDays,
  hoursLeft,
}: RankedFacts): [TodayUrgency, number] => {
  if (kind === "signal") return bySeverity[severity ?? "watch"];
  if (kind === "case") return byCaseClock(hoursLeft);
  // Calls back have no day of their own; the longer they wait the less a customer remembers.
  if (kind === "inspection") return ["soon", 1.75];
  if (kind === "handover") return hoursLeft === null ? ["soon", 2] : byClock(hoursLeft);
  return dueInDays === null ? ["later", 0.5] : byDueDay(dueInDays, baseOf[kind]);
};

/**
 * How much money lifts an item: nothing at zero, half a step at 100,000, never a whole step, so that of two equally urgent
 * things the one with more behind it comes first and no sum makes something idle urgent.
 */
const moneyLift = (moneyMinor: number): number =>
  Math.min(0.99, Math.log10(1 + Math.max(0, moneyMinor) / 100 / 10_000) / 2.1);

/**
 * Where an item stands on Today: how urgent it is (a running clock, what is overdue, what is due this week, the rest), lifted by
 * less than one step by the money behind it. Our own proposal; the page explains it on hover.
 */
export const rankTodayItem = (facts: RankedFacts): TodayRank => {
  const [urgency, points] = urgencyOf(facts);
  return { urgency, score: points + moneyLift(facts.moneyMinor) };
};
