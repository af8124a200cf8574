import type { ReadRecord } from "@mainstay/domain/import/read-record";
import { takeAccounts } from "./take-accounts.ts";
import { takeFacts } from "../fact/take-facts.ts";
import { takeDeliveries } from "../delivery/take-deliveries.ts";
import { takeInvoices } from "../invoice/take-invoices.ts";
import { takePayments } from "../payment/take-payments.ts";
import { takeContacts } from "./take-contacts.ts";
import { takeProducts } from "../product/take-products.ts";
import type { ChunkOutcome, ChunkWork, PlacedRow } from "./chunk-work.ts";

type Taker = (work: ChunkWork, rows: readonly PlacedRow<ReadRecord>[]) => Promise<ChunkOutcome>;

const takers: Readonly<Record<Exclude<ChunkWork["kind"], "order">, Taker>> = {
  account: takeAccounts,
  contact: takeContacts,
  product: takeProducts,
  invoice: takeInvoices,
  payment: takePayments,
  delivery: takeDeliveries,
  fact: takeFacts,
};

/** Saves records of any kind but orders. */
export const takeRecords = (
  work: ChunkWork,
  rows: readonly PlacedRow<ReadRecord>[],
): Promise<ChunkOutcome> => {
  if (work.kind === "order") throw new Error("Orders are taken line by line.");
  return takers[work.kind](work, rows);
};
