import type { OrderBook } from "@mainstay/analytics/order-day/order-book";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { accountScope } from "./account-scope.ts";
import { growing, type LoadScope, offsetsOf } from "./load-scope.ts";

const ints = (length: number) => new Int32Array(length);
const floats = (length: number) => new Float64Array(length);

/**
 * Reads the rollup of booked days as order-days. A day without an order holds only returns that no order could take:
 * it is money, never an order-day (analytics.md § 3).
 */
export const loadOrderBook = async (db: Db, scope: LoadScope): Promise<OrderBook> => {
  const counts = new Int32Array(scope.accounts);
  const [days, net, cost] = [growing(ints), growing(floats), growing(floats)];
  const unmatched = { account: growing(ints), day: growing(ints), net: growing(floats) };
  let anyCost = false;
  const text = `select account_id, on_date - '1970-01-01'::date, orders, base_net_minor, base_cost_minor from order_day
    where tenant_id = ${scope.tenant} and on_date <= '${scope.until}'${accountScope("account_id", scope.only)}
    order by account_id, on_date`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [id, on, orders, netMinor, costMinor] of batch) {
      const account = scope.indexOf.get(id ?? "");
      if (account === undefined) continue;
      if (Number(orders) === 0) {
        unmatched.account.push(account);
        unmatched.day.push(Number(on));
        unmatched.net.push(Number(netMinor));
        continue;
      }
      counts[account]! += 1;
      days.push(Number(on));
      net.push(Number(netMinor));
      cost.push(costMinor === null ? Number.NaN : Number(costMinor));
      anyCost ||= costMinor !== null;
    }
  }
  return {
    offsets: offsetsOf(counts),
    days: days.done(),
    net: net.done(),
    cost: anyCost ? cost.done() : null,
    unmatchedReturns: {
      account: unmatched.account.done(),
      day: unmatched.day.done(),
      net: unmatched.net.done(),
    },
  };
};
