import type { OrderDayHistories } from "@mainstay/analytics/rhythm/order-day-histories";
import type { RhythmModel } from "@mainstay/analytics/rhythm/rhythm-model";
import { scoreLost } from "@mainstay/analytics/rhythm/score-rhythm";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { RhythmFacts } from "@mainstay/domain/health/rhythm-score";
import { sql } from "kysely";
import type { Db } from "../platform/db/database-handles.ts";

/** The orders of one account, so that its rhythm can be told as of any day. */
export interface PastOrders {
  /** P(lost) at the end of a day from the orders known then; null while there was no gap to judge by. */
  readonly pLostOn: (day: DayNumber) => number | null;
  readonly rhythmOn: (day: DayNumber) => RhythmFacts & { readonly lastOrderDay: DayNumber | null };
  readonly lastDay: DayNumber | null;
}

interface Book {
  days: number[];
  net: number[];
  isOrder: boolean[];
}

/**
 * Reads the order-days of some accounts. The rhythm model is today's, fitted on the whole book: what it knows about customers in
 * general, the back-test knows beforehand; what it knows about one customer is cut at the day asked for.
 */
export const loadPastOrders = async (
  db: Db,
  tenantId: string,
  accountIds: readonly string[],
  model: RhythmModel,
): Promise<(accountId: string) => PastOrders> => {
  const { rows } = await sql<{ account_id: string; day: number; net: number; orders: number }>`
    select account_id, on_date - date '1970-01-01' as day, base_net_minor as net, orders from order_day
    where tenant_id = ${tenantId}::uuid and account_id = any(${[...accountIds]}::uuid[]) order by account_id, on_date`.execute(
    db,
  );
  const books = new Map<string, Book>();
  for (const { account_id, day, net, orders } of rows) {
    const book = books.get(account_id) ?? { days: [], net: [], isOrder: [] };
    books.set(account_id, book);
    book.days.push(day);
    book.net.push(net);
    book.isOrder.push(orders > 0);
  }
  return (accountId) => toPastOrders(books.get(accountId), model);
};

const toPastOrders = (book: Book | undefined, model: RhythmModel): PastOrders => {
  const days = book ? book.days.filter((_, at) => book.isOrder[at]) : [];
  const histories: OrderDayHistories = {
    offsets: Int32Array.of(0, days.length),
    days: Int32Array.from(days),
  };
  const pLostOn = (day: DayNumber): number | null => {
    const [pLost = Number.NaN] = scoreLost(model, histories, day);
    return Number.isNaN(pLost) ? null : pLost;
  };
  const sum = (after: DayNumber, until: DayNumber) =>
    book
      ? book.days.reduce(
          (total, day, at) => total + (day > after && day <= until ? (book.net[at] ?? 0) : 0),
          0,
        )
      : 0;
  return {
    pLostOn,
    lastDay: days.at(-1) ?? null,
    rhythmOn: (day) => ({
      pLost: pLostOn(day),
      revenue12mMinor: sum(day - 365, day),
      revenuePrior12mMinor: sum(day - 730, day - 365),
      lastOrderDay: days.filter((one) => one <= day).at(-1) ?? null,
    }),
  };
};

/**
 * The first day on which the silence after the last order passed the lost line, found by halving: between two orders
 * P(lost) only grows. Null while it has not.
 */
export const lostOn = (
  { pLostOn, lastDay }: PastOrders,
  line: number,
  asOf: DayNumber,
): DayNumber | null => {
  const isLost = (day: DayNumber) => (pLostOn(day) ?? 0) >= line;
  if (lastDay === null || !isLost(asOf)) return null;
  let [low, high] = [lastDay, asOf];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isLost(middle)) high = middle;
    else low = middle;
  }
  return high;
};
