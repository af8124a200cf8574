import { isoFromDayNumber } from "@mainstay/domain/calendar/day-number";
import type {
  DatedAmount,
  EvaluationReason,
  SignalEvidence,
} from "@mainstay/domain/evaluation/evaluation-reason";
import type { OrderBook } from "../order-day/order-book.ts";
import { signalSeverity, valueAtRisk } from "../value-at-risk/signal-severity.ts";
import type { AccountFacts } from "./account-facts.ts";
import type { AccountSignal } from "./account-evaluation.ts";

const longGoneDays = 730;
const fewestOrderDays = 3;

const netOn = (book: OrderBook, account: number, day: number): number => {
  for (let entry = book.offsets[account]!; entry < book.offsets[account + 1]!; entry++) {
    if (book.days[entry] === day) return book.net[entry]!;
  }
  return 0;
};

const orderEvidence = (
  kind: "season" | "order_day",
  orders: readonly DatedAmount[],
): SignalEvidence[] =>
  orders.map(({ on, amount }) => ({
    kind,
    on,
    amountMinor: amount.minor,
    label: null,
    number: null,
  }));

type Told = { reason: EvaluationReason; evidence: SignalEvidence[]; kind: AccountSignal["kind"] };

const seasonClosed = (
  { rhythm, account }: AccountFacts,
  book: OrderBook,
  currency: string,
): Told | null => {
  const season = rhythm.explanation.seasons.find(({ firstOrders }) => firstOrders.length > 0);
  if (!rhythm.seasonClosed?.closed || !season) return null;
  const earlier = season.firstOrders.slice(-5).map((day) => ({
    on: isoFromDayNumber(day),
    amount: { minor: netOn(book, account, day), currency },
  }));
  const { calendar, from, to } = season;
  const daysPast = Math.round(rhythm.seasonClosed.daysPast);
  return {
    kind: "season_closed",
    reason: { code: "signal.season_closed", params: { calendar, from, to, earlier, daysPast } },
    evidence: orderEvidence("season", earlier),
  };
};

const silence = (
  { rhythm, account, lastDay }: AccountFacts,
  book: OrderBook,
  currency: string,
  probability: number,
): Told => {
  const told = rhythm.explanation;
  const lastOn = isoFromDayNumber(lastDay!);
  const recent: DatedAmount[] = [];
  const end = book.offsets[account + 1]!;
  for (let entry = Math.max(book.offsets[account]!, end - 4); entry < end; entry++) {
    recent.push({
      on: isoFromDayNumber(book.days[entry]!),
      amount: { minor: book.net[entry]!, currency },
    });
  }
  const evidence = orderEvidence("order_day", recent);
  const gap = told.typicalGapDays;
  const isSteady = told.kind !== "irregular" && gap !== null && (told.gapSpreadDays ?? 0) <= gap;
  if (isSteady && told.expectedDay !== null && told.overdueDays > 0) {
    const expectedOn = isoFromDayNumber(told.expectedDay);
    evidence.push({
      kind: "window",
      on: expectedOn,
      amountMinor: null,
      label: null,
      number: Math.round(told.overdueDays),
    });
    return {
      kind: "rhythm_broken",
      evidence,
      reason: {
        code: "signal.rhythm_broken",
        params: {
          gapDays: Math.round(gap),
          spreadDays: Math.round(told.gapSpreadDays ?? 0),
          sinceYear: told.sinceYear ?? 0,
          lastOn,
          expectedOn,
          overdueDays: Math.round(told.overdueDays),
          probability,
        },
      },
    };
  }
  const longestGapDays = Math.round(told.longestGapDays ?? 0);
  evidence.push({
    kind: "gap",
    on: lastOn,
    amountMinor: null,
    label: null,
    number: longestGapDays,
  });
  return {
    kind: "rhythm_broken",
    evidence,
    reason: {
      code: "signal.silence_too_long",
      params: {
        lastOn,
        silenceDays: Math.round(told.silenceDays ?? 0),
        longestGapDays,
        longerThanEver: told.longerThanEver,
        probability,
      },
    },
  };
};

/**
 * The one order-rhythm signal of an account, or null: a usual season that closed without its order, else a
 * silence the account's own rhythm does not explain. Accounts with fewer than three order-days are never
 * warned about, nor those gone for more than two years.
 */
export const rhythmSignal = (
  facts: AccountFacts,
  book: OrderBook,
  currency: string,
  worth: number,
  worthPercentile: number,
): AccountSignal | null => {
  const { rhythm, orders } = facts;
  const silent = rhythm.explanation.silenceDays ?? 0;
  if (orders < fewestOrderDays || rhythm.pLost === null) return null;
  if (silent > longGoneDays && silent > 2 * (rhythm.explanation.longestGapDays ?? 0)) return null;
  const closed = seasonClosed(facts, book, currency);
  if (!closed && (rhythm.level === "none" || rhythm.basis === "cannot_tell")) return null;
  const told = closed ?? silence(facts, book, currency, rhythm.pLost);
  const sureness = rhythm.level === "lost" ? 2 : rhythm.level === "act" || closed ? 1 : 0;
  const severity = signalSeverity(sureness, worthPercentile);
  return {
    ...told,
    severity,
    moneyAtStake: valueAtRisk(rhythm.pLost, worth),
    probability: rhythm.pLost,
    play: severity === "critical" ? "executive_visit" : "call_the_buyer",
  };
};
