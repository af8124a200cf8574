import {
  mostProductFamilies,
  type ProductOrders,
} from "@mainstay/analytics/order-day/product-collector";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { accountScope } from "./account-scope.ts";
import { growing, type LoadScope, offsetsOf } from "./load-scope.ts";

const ints = (length: number) => new Int32Array(length);

/** What each account bought of each product category; null where products have no categories or far too many. */
export const loadProductOrders = async (
  db: Db,
  scope: LoadScope,
): Promise<ProductOrders | null> => {
  const names: string[] = [];
  const categories = `select distinct category from product where tenant_id = ${scope.tenant} and category <> ''
    order by 1 limit ${mostProductFamilies + 1}`;
  for await (const batch of copyOutBatches(db, categories))
    names.push(...batch.map(([name]) => name ?? ""));
  if (names.length < 2 || names.length > mostProductFamilies) return null;
  const familyOf = new Map(names.map((name, index) => [name, index]));
  const counts = new Int32Array(scope.accounts);
  const [product, orderDays, firstDay, lastDay] = [
    growing(ints),
    growing(ints),
    growing(ints),
    growing(ints),
  ];
  const net = growing((length) => new Float64Array(length));
  const text = `select l.account_id, p.category, count(distinct l.ordered_on), min(l.ordered_on) - '1970-01-01'::date,
      max(l.ordered_on) - '1970-01-01'::date, sum(l.base_net_minor)
    from order_line l join product p on p.tenant_id = l.tenant_id and p.id = l.product_id
    where l.tenant_id = ${scope.tenant} and l.net_minor > 0 and p.category <> '' and l.ordered_on <= '${scope.until}'
      ${accountScope("l.account_id", scope.only)}
    group by 1, 2 order by 1, 2`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [id, category, count, first, last, sum] of batch) {
      const account = scope.indexOf.get(id ?? "");
      const family = familyOf.get(category ?? "");
      if (account === undefined || family === undefined) continue;
      counts[account]! += 1;
      product.push(family);
      orderDays.push(Number(count));
      firstDay.push(Number(first));
      lastDay.push(Number(last));
      net.push(Number(sum));
    }
  }
  return {
    names,
    offsets: offsetsOf(counts),
    product: product.done(),
    orderDays: orderDays.done(),
    firstDay: firstDay.done(),
    lastDay: lastDay.done(),
    net: net.done(),
  };
};
