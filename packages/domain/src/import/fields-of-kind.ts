import { factFields } from "./fact-fields.ts";
import type { ImportKind } from "./import-kind.ts";
import { orderFields } from "./order-fields.ts";
import { accountFields, contactFields, productFields } from "./party-fields.ts";
import type { RecordField } from "./record-field.ts";
import { deliveryFields, invoiceFields, paymentFields } from "./settlement-fields.ts";

const fields: Readonly<Record<ImportKind, readonly RecordField[]>> = {
  account: accountFields,
  contact: contactFields,
  product: productFields,
  order: orderFields,
  invoice: invoiceFields,
  payment: paymentFields,
  delivery: deliveryFields,
  fact: factFields,
};

/** Every column a kind of file can carry, in the order they are offered for mapping. */
export const fieldsOfKind = (kind: ImportKind): readonly RecordField[] => fields[kind];

/**
 * What a mapping still lacks before rows can be read. An order needs an amount, or a price and a quantity; what is
 * identified by a name may do without a number.
 */
export const missingFields = (
  kind: ImportKind,
  mapped: Readonly<Record<string, number>>,
): string[] => {
  const missing = fields[kind]
    .filter((column) => column.required && mapped[column.field] === undefined)
    .map((column) => column.field);
  const hasAmount =
    mapped.amount !== undefined || (mapped.price !== undefined && mapped.quantity !== undefined);
  if (kind === "order" && !hasAmount) missing.push("amount");
  if (mapped.account === undefined && mapped.accountName !== undefined) {
    return missing.filter((field) => field !== "account");
  }
  return missing;
};
