import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { findShrinkingOrders } from "./find-shrinking-orders.ts";
import { signalSeverity } from "../value-at-risk/signal-severity.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { AccountSignal } from "./account-evaluation.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

/** The account still orders, but less for each order than it used to, as a signal, or null. */
export const shrinkingSignal = (
  { account, marginShare, rhythm }: AccountFacts,
  { book, currency }: PortfolioInput,
  asOf: DayNumber,
  worthPercentile: number,
): AccountSignal | null => {
  if (rhythm.level === "lost" || rhythm.level === "act") return null;
  const shrunk = findShrinkingOrders(book, account, asOf);
  if (!shrunk) return null;
  const money = (minor: number) => ({ minor: Math.round(minor), currency });
  const { recentMean, usualMean, recentYearly, usualYearly, drop, months } = shrunk;
  return {
    kind: "order_amount_shrinking",
    severity: signalSeverity(drop >= 0.5 ? 1 : 0, worthPercentile),
    reason: {
      code: "signal.order_amount_shrinking",
      params: { recent: money(recentMean), usual: money(usualMean), drop, months },
    },
    evidence: shrunk.recentDays.map((day, i) => ({
      kind: "amount",
      on: isoFromDayNumber(day),
      amountMinor: Math.round(shrunk.recentNets[i]!),
      label: null,
      number: null,
    })),
    moneyAtStake: Math.round(Math.max(0, usualYearly - recentYearly) * Math.max(0, marginShare)),
    probability: shrunk.probability,
    play: "review_the_offer",
  };
};
