import type { DayNumber } from "@mainstay/domain/calendar/day-number";

/** One order line or whole order as a fact; money in minor units of the base currency, negative for returns. */
export interface OrderFact {
  /** Index of the account, 0 … */
  account: number;
  day: DayNumber;
  net: number;
  cost: number | null;
  /** Lines of one account with one order id are one order. Without it every line stands for itself. */
  orderId: string | null;
  /** The order a return refers to, where the file says so. */
  refersTo: string | null;
}

/** Orders as columns; row o belongs to account `account[o]`. `refers[o]` is another row, or −1. */
export interface CollectedOrders {
  count: number;
  account: Int32Array;
  day: Int32Array;
  net: Float64Array;
  /** NaN where no cost is known. */
  cost: Float64Array;
  refers: Int32Array;
  /** 1 where the order's number marks it as a cancellation (`C536379`). */
  cancelled: Uint8Array;
}

export interface OrderCollector {
  add: (fact: OrderFact) => void;
  collect: () => CollectedOrders;
}

const cancellation = /^C[-_ ]?(?=.*\d)(.+)$/i;

/**
 * Gathers order lines into orders while a file streams by: the lines of one account with one order id are
 * added up, so a discount line lowers its order instead of being a return. Memory grows with orders only.
 */
export const createOrderCollector = (): OrderCollector => {
  let capacity = 1024;
  let count = 0;
  let [account, day] = [new Int32Array(capacity), new Int32Array(capacity)];
  let [net, cost] = [new Float64Array(capacity), new Float64Array(capacity)];
  let cancelled = new Uint8Array(capacity);
  const rowOfOrder = new Map<string, number>();
  const referred = new Map<number, string>();
  let lastId: string | null = null;
  let lastRow = -1;

  const grow = (): void => {
    capacity *= 2;
    const wider = <A extends Int32Array | Float64Array | Uint8Array>(from: A, to: A): A => {
      to.set(from as never);
      return to;
    };
    account = wider(account, new Int32Array(capacity));
    day = wider(day, new Int32Array(capacity));
    net = wider(net, new Float64Array(capacity));
    cost = wider(cost, new Float64Array(capacity));
    cancelled = wider(cancelled, new Uint8Array(capacity));
  };

  const newRow = (fact: OrderFact): number => {
    if (count === capacity) grow();
    account[count] = fact.account;
    day[count] = fact.day;
    cost[count] = Number.NaN;
    return count++;
  };

  const rowOf = (fact: OrderFact): number => {
    const { orderId } = fact;
    if (orderId === null) return newRow(fact);
    if (orderId === lastId && account[lastRow] === fact.account) return lastRow;
    const key = `${fact.account}\u0000${orderId}`;
    let row = rowOfOrder.get(key);
    if (row === undefined) {
      row = newRow(fact);
      rowOfOrder.set(key, row);
      const original = cancellation.exec(orderId)?.[1];
      if (original !== undefined) {
        cancelled[row] = 1;
        referred.set(row, original);
      }
    }
    lastId = orderId;
    lastRow = row;
    return row;
  };

  return {
    add: (fact) => {
      const row = rowOf(fact);
      net[row]! += fact.net;
      if (fact.cost !== null) cost[row] = (Number.isNaN(cost[row]!) ? 0 : cost[row]!) + fact.cost;
      if (fact.refersTo !== null) referred.set(row, fact.refersTo);
    },
    collect: () => {
      const refers = new Int32Array(count).fill(-1);
      for (const [row, id] of referred) {
        const target = rowOfOrder.get(`${account[row]}\u0000${id}`);
        if (target !== undefined && target !== row) refers[row] = target;
      }
      return {
        count,
        account: account.slice(0, count),
        day: day.slice(0, count),
        net: net.slice(0, count),
        cost: cost.slice(0, count),
        refers,
        cancelled: cancelled.slice(0, count),
      };
    },
  };
};
