import type { ExchangeRateView } from "@mainstay/contract/setting";
import type { Context } from "../platform/access/context.ts";
import { recordAudit } from "../platform/audit/record-audit.ts";
import type { Tx } from "../platform/db/database-handles.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { enqueue } from "../platform/jobs/enqueue.ts";
import { deleteExchangeRate, saveExchangeRate } from "./exchange-rate-queries.ts";

/** Sets what one unit of a currency is worth from a day on; trade in it is restated in the background. */
export const setExchangeRate = (
  context: Context,
  input: { currency: string; fromOn: string; rate: string },
): Promise<ExchangeRateView> => {
  if (input.currency === context.workspace.baseCurrency) {
    throw refuseField("currency", "unknown_value", "params");
  }
  return context.write(async (tx) => {
    const row = await saveExchangeRate(tx, context.tenantId, input);
    await orderRevaluation(tx, context, input.currency);
    const subject = { kind: "exchange_rate", id: `${input.currency} ${input.fromOn}` };
    await recordAudit(tx, context, "exchange_rate.set", subject, { rate: row.rate });
    return { currency: row.currency, fromOn: row.from_on, rate: row.rate };
  });
};

/** Removes a rate; removing one that is not there changes nothing. */
export const removeExchangeRate = (
  context: Context,
  input: { currency: string; fromOn: string },
): Promise<void> =>
  context.write(async (tx) => {
    const { currency, fromOn } = input;
    if (!(await deleteExchangeRate(tx, context.tenantId, currency, fromOn))) return;
    await orderRevaluation(tx, context, currency);
    const subject = { kind: "exchange_rate", id: `${currency} ${fromOn}` };
    await recordAudit(tx, context, "exchange_rate.removed", subject);
  });

const orderRevaluation = (tx: Tx, { tenantId }: Context, currency: string): Promise<void> =>
  enqueue(
    tx,
    "revalue_trade",
    { tenantId, currency },
    { jobKey: `revalue_trade:${tenantId}:${currency}`, queue: `trade:${tenantId}` },
  );
