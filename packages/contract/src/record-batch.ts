import type { ImportKind } from "@mainstay/domain/import/import-kind";
import { rowRefusals } from "@mainstay/domain/import/row-refusal";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { id, text } from "./endpoint/wire.ts";
import { ImportOptionsView } from "./import.ts";

export const mostRecordsInBatch = 5_000;

/**
 * Records keyed by the same fields as the columns of a file (`account`, `date`, `amount`, …); text, numbers and
 * booleans are read by the same rules, so that a program and a file get the same answer.
 */
const RecordBatch = z.object({
  options: ImportOptionsView.partial().optional(),
  records: z
    .array(z.record(z.string().max(40), z.union([text(2_000), z.number(), z.boolean(), z.null()])))
    .min(1)
    .max(mostRecordsInBatch),
});
export type RecordBatch = z.infer<typeof RecordBatch>;

/** What became of each record, in the order sent. The batch stands on the Imports page and can be undone there. */
export const RecordBatchResult = z.object({
  batchId: id,
  taken: z.int(),
  rejected: z.int(),
  skipped: z.int(),
  recordsCreated: z.int(),
  recordsUpdated: z.int(),
  results: z.array(
    z.object({
      index: z.int(),
      outcome: z.enum(["taken", "skipped", "rejected"]),
      code: z.enum(rowRefusals).nullable(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type RecordBatchResult = z.infer<typeof RecordBatchResult>;

const batchOf = (noun: string, kind: ImportKind, what: string) =>
  endpoint({
    id: `${noun}.batch`,
    method: "POST",
    path: `/${noun}/batch`,
    allow: "import.run",
    summary: `Bring in up to 5,000 ${what} at once; repeating with the same Idempotency-Key changes nothing (${kind})`,
    body: RecordBatch,
    response: RecordBatchResult,
    idempotent: true,
  });

export const recordBatches = {
  account: batchOf("accounts", "account", "accounts"),
  contact: batchOf("contacts", "contact", "contacts"),
  product: batchOf("products", "product", "products"),
  order: batchOf("orders", "order", "order lines"),
  invoice: batchOf("invoices", "invoice", "invoices"),
  payment: batchOf("payments", "payment", "payments"),
  delivery: batchOf("deliveries", "delivery", "deliveries"),
  fact: batchOf("facts", "fact", "facts about people, each by the rules of entry by hand"),
} as const satisfies Record<ImportKind, unknown>;
