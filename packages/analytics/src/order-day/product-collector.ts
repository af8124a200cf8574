import type { DayNumber } from "@mainstay/domain/calendar/day-number";

/**
 * What each account bought of each product family: account i owns rows `offsets[i] … offsets[i + 1] − 1`.
 * `orderDays` counts distinct days, `net` sums minor units.
 */
export interface ProductOrders {
  names: string[];
  offsets: Int32Array;
  product: Int32Array;
  orderDays: Int32Array;
  firstDay: Int32Array;
  lastDay: Int32Array;
  net: Float64Array;
}

export interface ProductCollector {
  add: (account: number, day: DayNumber, product: string, net: number) => void;
  /** Null when the file names more products than families can be: single articles come and go naturally. */
  collect: (accounts: number, asOf: DayNumber) => ProductOrders | null;
}

/** With more names than this the column holds articles, not families. */
export const mostProductFamilies = 300;

/** Gathers sales by account and product family while a file streams by; gives up silently on article lists. */
export const createProductCollector = (): ProductCollector => {
  const names: string[] = [];
  const indexOf = new Map<string, number>();
  const rows = new Map<number, Map<DayNumber, number>>();
  let tooMany = false;
  return {
    add: (account, day, name, net) => {
      if (tooMany || net <= 0) return;
      let product = indexOf.get(name);
      if (product === undefined) {
        product = names.length;
        names.push([...name].join("")); // a copy: a slice would keep its whole file piece alive
        indexOf.set(name, product);
        if (names.length > mostProductFamilies) {
          tooMany = true;
          rows.clear();
          return;
        }
      }
      const key = account * (mostProductFamilies + 1) + product;
      const days = rows.get(key);
      if (!days) rows.set(key, new Map([[day, net]]));
      else days.set(day, (days.get(day) ?? 0) + net);
    },
    collect: (accounts, asOf) => {
      if (tooMany || names.length < 2) return null;
      const sorted = [...rows].sort(([a], [b]) => a - b);
      const offsets = new Int32Array(accounts + 1);
      const kept = sorted.flatMap(([key, days]) => {
        const known = [...days].filter(([day]) => day <= asOf).sort(([a], [b]) => a - b);
        const net = known.reduce((sum, [, part]) => sum + part, 0);
        return known.length > 0 ? [{ key, known: known.map(([day]) => day), net }] : [];
      });
      for (const { key } of kept) offsets[Math.floor(key / (mostProductFamilies + 1)) + 1]!++;
      for (let i = 0; i < accounts; i++) offsets[i + 1]! += offsets[i]!;
      return {
        names,
        offsets,
        product: Int32Array.from(kept, ({ key }) => key % (mostProductFamilies + 1)),
        orderDays: Int32Array.from(kept, ({ known }) => known.length),
        firstDay: Int32Array.from(kept, ({ known }) => known[0]!),
        lastDay: Int32Array.from(kept, ({ known }) => known.at(-1)!),
        net: Float64Array.from(kept, ({ net }) => net),
      };
    },
  };
};
