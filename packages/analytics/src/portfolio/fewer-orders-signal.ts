import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { shrinkingOrders, shrinkingWindowDays } from "../rhythm/shrinking-orders.ts";
import { signalSeverity } from "../value-at-risk/signal-severity.ts";
import type { AccountSignal } from "./account-evaluation.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

/** Stricter than the test's own 5 %: the question is asked of every account every night. */
const surelyFewer = 0.001;
const halfOrLess = 0.5;

/**
 * A steady buyer that still orders, but far less often than its own past and the season let expect (analytics.md § 5.3,
 * step 7), as a signal, or null. Irregular buyers are left out: their quiet months are ordinary. An account whose silence
 * itself is the warning is left to its rhythm signal.
 */
export const fewerOrdersSignal = (
  { account, marginShare, rhythm }: AccountFacts,
  { book, currency }: PortfolioInput,
  asOf: DayNumber,
  worthPercentile: number,
): AccountSignal | null => {
  if (rhythm.level === "lost" || rhythm.level === "act") return null;
  if (rhythm.explanation.kind !== "regular" || rhythm.basis === "cannot_tell") return null;
  const [from, to] = [book.offsets[account]!, book.offsets[account + 1]!];
  const days = book.days.subarray(from, to);
  const found = shrinkingOrders(days, book.net.subarray(from, to), asOf);
  if (!found?.fewerOrders || found.orders === 0 || found.pOrdersByChance > surelyFewer) return null;
  if (found.orders > halfOrLess * found.expectedOrders) return null;
  const [recent, usual] = [found.revenue ?? 0, found.expectedRevenue ?? 0];
  if (recent >= usual) return null;
  const money = (minor: number) => ({ minor: Math.round(minor), currency });
  const start = asOf - shrinkingWindowDays;
  return {
    kind: "order_amount_shrinking",
    severity: signalSeverity(1, worthPercentile),
    reason: {
      code: "signal.orders_fewer",
      params: {
        orders: found.orders,
        expectedOrders: Math.round(found.expectedOrders),
        days: shrinkingWindowDays,
        recent: money(recent),
        usual: money(usual),
      },
    },
    evidence: Array.from(days)
      .flatMap((day, i) => (day > start ? [{ day, net: book.net[from + i]! }] : []))
      .map(({ day, net }) => ({
        kind: "amount",
        on: isoFromDayNumber(day),
        amountMinor: Math.round(net),
        label: null,
        number: null,
      })),
    moneyAtStake: Math.round(
      ((usual - recent) * 365 * Math.max(0, marginShare)) / shrinkingWindowDays,
    ),
    probability: 1 - found.pOrdersByChance,
    play: "review_the_offer",
  };
};
