import type { InvoiceHistory } from "@mainstay/analytics/portfolio/payment-delay";
import { copyOutBatches } from "../platform/db/copy-out.ts";
import type { Db } from "../platform/db/database-handles.ts";
import { accountScope } from "./account-scope.ts";
import { growing, type LoadScope, offsetsOf } from "./load-scope.ts";

/**
 * Reads invoices with a due day. Paid on the invoice's own paid day, else on the day of its last payment; disputed
 * ones are left out, as their delay says nothing about the customer's means.
 */
export const loadInvoices = async (db: Db, scope: LoadScope): Promise<InvoiceHistory | null> => {
  const counts = new Int32Array(scope.accounts);
  const dueDay = growing((length) => new Int32Array(length));
  const paidDay = growing((length) => new Float64Array(length));
  const amount = growing((length) => new Float64Array(length));
  const text = `select i.account_id, i.due_on - '1970-01-01'::date, coalesce(i.paid_on, p.paid_on) - '1970-01-01'::date, i.base_amount_minor
    from invoice i
    left join (select account_id, invoice_external_id, max(paid_on) as paid_on from payment
      where tenant_id = ${scope.tenant} and invoice_external_id is not null${accountScope("account_id", scope.only)}
      group by 1, 2) p on p.account_id = i.account_id and p.invoice_external_id = i.external_id
    where i.tenant_id = ${scope.tenant} and i.due_on is not null and not i.is_disputed and i.amount_minor > 0
      and i.issued_on <= '${scope.until}'${accountScope("i.account_id", scope.only)}
    order by i.account_id, i.issued_on`;
  for await (const batch of copyOutBatches(db, text)) {
    for (const [id, due, paid, minor] of batch) {
      const account = scope.indexOf.get(id ?? "");
      if (account === undefined) continue;
      counts[account]! += 1;
      dueDay.push(Number(due));
      paidDay.push(paid === null ? Number.NaN : Number(paid));
      amount.push(Number(minor));
    }
  }
  if (dueDay.length === 0) return null;
  return {
    offsets: offsetsOf(counts),
    dueDay: dueDay.done(),
    paidDay: paidDay.done(),
    amount: amount.done(),
  };
};
