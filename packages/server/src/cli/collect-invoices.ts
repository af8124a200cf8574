import type { InvoiceHistory } from "@mainstay/analytics/portfolio/payment-delay";
import type { DayNumber } from "@mainstay/domain/calendar/day-number";

type Invoice = { account: number; due: DayNumber; paid: DayNumber | null; amount: number };

/** Gathers invoices while a file streams by; the lines of one invoice number are one invoice. */
export const collectInvoices = () => {
  const invoices: Invoice[] = [];
  const byNumber = new Map<string, Invoice>();
  return {
    add: (
      account: number,
      due: DayNumber,
      paid: DayNumber | null,
      amount: number,
      number: string | null,
    ): void => {
      const key = number === null ? null : `${account}\u0000${number}`;
      const known = key === null ? undefined : byNumber.get(key);
      if (known) {
        known.amount += amount;
        return;
      }
      const invoice: Invoice = { account, due, paid, amount };
      invoices.push(invoice);
      if (key !== null) byNumber.set(key, invoice);
    },
    /** Null when the file has no due dates. */
    collect: (accounts: number): InvoiceHistory | null => {
      if (invoices.length === 0) return null;
      invoices.sort((a, b) => a.account - b.account);
      const offsets = new Int32Array(accounts + 1);
      for (const { account } of invoices) offsets[account + 1]! += 1;
      for (let i = 0; i < accounts; i++) offsets[i + 1]! += offsets[i]!;
      return {
        offsets,
        dueDay: Int32Array.from(invoices, ({ due }) => due),
        paidDay: Float64Array.from(invoices, ({ paid }) => paid ?? Number.NaN),
        amount: Float64Array.from(invoices, ({ amount }) => amount),
      };
    },
  };
};
