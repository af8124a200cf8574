import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderBook } from "../order-day/order-book.ts";
import type { ProductOrders } from "../order-day/product-collector.ts";
import type { DayRange } from "../rhythm/order-day-histories.ts";
import type { InvoiceHistory } from "./payment-delay.ts";

/** What is known of an account beside its orders; every part may be missing. */
export interface AccountExtras {
  plannedPauses?: readonly DayRange[];
  /** Growth of the account's industry as a 0..1 score. */
  industryGrowth?: number | null;
  /** Our share of what the account spends in our field, 0..1. */
  shareOfWallet?: number | null;
  contractUntil?: DayNumber | null;
}

/** The facts an evaluation reads. Money is integer minor units of one base currency. */
export interface PortfolioInput {
  book: OrderBook;
  currency: string;
  extras?: ReadonlyMap<number, AccountExtras>;
  products?: ProductOrders | null;
  invoices?: InvoiceHistory | null;
  /** Closures and holidays of the tenant: time that counts for nobody. */
  closures?: readonly DayRange[];
}
