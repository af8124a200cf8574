import type { DayNumber } from "@mainstay/domain/calendar/day-number";

/** Invoices of all accounts: account i owns rows `offsets[i] … offsets[i + 1] − 1`. */
export interface InvoiceHistory {
  offsets: Int32Array;
  dueDay: Int32Array;
  /** NaN while unpaid. */
  paidDay: Float64Array;
  amount: Float64Array;
}

/** How an account's payments have changed (analytics.md § 5.4). Days late may be negative: paid early. */
export interface PaymentDelay {
  recentDaysLate: number;
  usualDaysLate: number;
  /** Change in units of the account's own spread; above 3 is not chance. */
  trend: number;
  overdueAmount: number;
  overdueInvoices: number;
}

const fewestPaid = 6;
const recentPaid = 3;
const leastSpreadDays = 2;
const notChance = 3;
const worthAWord = 7;

const medianOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/**
 * Compares the last three paid invoices with the account's own past, in units of its spread (MAD), as known at
 * the end of `asOf`. Null when fewer than six invoices are paid, or nothing changed for the worse: at least a
 * week late on average and beyond three times the usual spread.
 */
export const paymentDelay = (
  invoices: InvoiceHistory,
  account: number,
  asOf: DayNumber,
): PaymentDelay | null => {
  const paid: { on: number; late: number }[] = [];
  let [overdueAmount, overdueInvoices] = [0, 0];
  for (let row = invoices.offsets[account]!; row < invoices.offsets[account + 1]!; row++) {
    const [due, on] = [invoices.dueDay[row]!, invoices.paidDay[row]!];
    if (on <= asOf) paid.push({ on, late: on - due });
    else if (due < asOf) {
      overdueAmount += invoices.amount[row]!;
      overdueInvoices += 1;
    }
  }
  if (paid.length < fewestPaid) return null;
  paid.sort((a, b) => a.on - b.on);
  const mean = (values: readonly { late: number }[]): number =>
    values.reduce((sum, { late }) => sum + late, 0) / values.length;
  const earlier = paid.slice(0, -recentPaid);
  const [recentDaysLate, usualDaysLate] = [mean(paid.slice(-recentPaid)), mean(earlier)];
  const middle = medianOf(earlier.map(({ late }) => late));
  const spread = 1.4826 * medianOf(earlier.map(({ late }) => Math.abs(late - middle)));
  const trend = (recentDaysLate - usualDaysLate) / Math.max(leastSpreadDays, spread);
  if (trend < notChance || recentDaysLate < worthAWord) return null;
  return { recentDaysLate, usualDaysLate, trend, overdueAmount, overdueInvoices };
};
