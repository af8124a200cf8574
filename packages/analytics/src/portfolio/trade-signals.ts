import { type DayNumber, isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import { signalSeverity } from "../value-at-risk/signal-severity.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { AccountSignal } from "./account-evaluation.ts";
import { findLostCategories } from "./find-lost-categories.ts";
import { paymentDelay } from "./payment-delay.ts";
import type { PortfolioInput } from "./portfolio-input.ts";

/** The largest product family the account has stopped taking while it kept ordering, as a signal, or null. */
export const categorySignal = (
  { account, marginShare, rhythm }: AccountFacts,
  { book, products, currency }: PortfolioInput,
  worthPercentile: number,
): AccountSignal | null => {
  if (!products || rhythm.level === "lost") return null;
  const lost = findLostCategories(book, products, account);
  const largest = lost[0];
  if (!largest) return null;
  const { product, ordersSince, usualShare } = largest;
  const yearly = { minor: Math.round(largest.yearlyNet), currency };
  return {
    kind: "product_category_lost",
    severity: signalSeverity(0, worthPercentile),
    reason: {
      code: "signal.product_category_lost",
      params: {
        product,
        lastOn: isoFromDayNumber(largest.lastDay),
        ordersSince,
        usualShare,
        yearly,
      },
    },
    evidence: lost.slice(0, 5).map((one) => ({
      kind: "category",
      on: isoFromDayNumber(one.lastDay),
      amountMinor: Math.round(one.yearlyNet),
      label: one.product,
      number: one.ordersSince,
    })),
    moneyAtStake: Math.round(
      lost.reduce((sum, one) => sum + one.yearlyNet, 0) * Math.max(0, marginShare),
    ),
    probability: null,
    play: "ask_about_the_category",
  };
};

/** The account pays later than it used to, as a signal, or null. */
export const paymentSignal = (
  { account }: AccountFacts,
  { invoices, currency }: PortfolioInput,
  asOf: DayNumber,
  worthPercentile: number,
): AccountSignal | null => {
  const delay = invoices ? paymentDelay(invoices, account, asOf) : null;
  if (!delay) return null;
  return {
    kind: "payment_delay",
    severity: signalSeverity(delay.overdueAmount > 0 ? 1 : 0, worthPercentile),
    reason: {
      code: "signal.payment_delay",
      params: {
        recentDaysLate: Math.round(delay.recentDaysLate),
        usualDaysLate: Math.round(delay.usualDaysLate),
        overdue: { minor: Math.round(delay.overdueAmount), currency },
        overdueInvoices: delay.overdueInvoices,
      },
    },
    evidence: [
      {
        kind: "invoice",
        on: null,
        amountMinor: Math.round(delay.overdueAmount),
        label: null,
        number: Math.round(delay.recentDaysLate),
      },
    ],
    moneyAtStake: Math.round(delay.overdueAmount),
    probability: null,
    play: "talk_to_finance",
  };
};
