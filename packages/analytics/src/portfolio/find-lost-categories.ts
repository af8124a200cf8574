import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import { daysInYear } from "../order-day/yearly-revenue.ts";
import type { OrderBook } from "../order-day/order-book.ts";
import type { ProductOrders } from "../order-day/product-collector.ts";

/** A product family an account used to take with most orders and has not taken for several orders. */
export interface LostCategory {
  product: string;
  lastDay: DayNumber;
  /** Orders of the account since then, all without it. */
  ordersSince: number;
  /** Share of the account's order-days that held it while it was bought. */
  usualShare: number;
  /** Net of the family a year while it was bought, minor units. */
  yearlyNet: number;
}

const fewestDays = 4;
const fewestOrdersSince = 3;
const rareEnough = 0.01;
const worthAsking = 0.1;

/**
 * Families that vanished while the account kept ordering: bought on at least four order-days, worth a tenth of
 * the account's net then, and absent from so many orders since that chance alone would do it to any of the
 * account's families once in a hundred times, were each order to hold it with its usual share. Largest first.
 */
export const findLostCategories = (
  book: OrderBook,
  products: ProductOrders,
  account: number,
): LostCategory[] => {
  const [from, to] = [book.offsets[account]!, book.offsets[account + 1]!];
  const lost: LostCategory[] = [];
  const families = products.offsets[account + 1]! - products.offsets[account]!;
  for (let row = products.offsets[account]!; row < products.offsets[account + 1]!; row++) {
    const bought = products.orderDays[row]!;
    if (bought < fewestDays) continue;
    const [first, last] = [products.firstDay[row]!, products.lastDay[row]!];
    let [within, since, netThen] = [0, 0, 0];
    for (let entry = from; entry < to; entry++) {
      const day = book.days[entry]!;
      if (day > last) since += 1;
      else if (day >= first) {
        within += 1;
        netThen += book.net[entry]!;
      }
    }
    // The last purchase ends the stretch by definition, so it says nothing about how usual the family was.
    const usualShare = (bought - 0.5) / within;
    const isRare = (1 - usualShare) ** since <= rareEnough / families;
    if (since < fewestOrdersSince || !isRare || products.net[row]! < worthAsking * netThen)
      continue;
    lost.push({
      product: products.names[products.product[row]!]!,
      lastDay: last,
      ordersSince: since,
      usualShare: Math.min(1, bought / within),
      yearlyNet: products.net[row]! / Math.max(1, (last - first) / daysInYear),
    });
  }
  return lost.sort((a, b) => b.yearlyNet - a.yearlyNet);
};
