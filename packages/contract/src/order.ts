import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { currency, day, id, minor, page, pageQuery } from "./endpoint/wire.ts";

/** An order or return. Money in minor units of `currency`; `base…` in the workspace's currency at the order's day. */
export const OrderView = z.object({
  id,
  externalId: z.string(),
  accountId: id,
  kind: z.enum(["order", "return"]),
  orderedOn: day,
  bookedOn: day,
  refersTo: z.string().nullable(),
  currency,
  netMinor: minor,
  costMinor: minor.nullable(),
  baseNetMinor: minor,
  baseCostMinor: minor.nullable(),
  lineCount: z.int(),
  batchId: id.nullable(),
});
export type OrderView = z.infer<typeof OrderView>;

const OrderLineView = z.object({
  lineNo: z.int(),
  productExternalId: z.string().nullable(),
  productName: z.string().nullable(),
  /** Decimal text: quantities and unit prices are not money totals. */
  quantity: z.string().nullable(),
  unitPrice: z.string().nullable(),
  netMinor: minor,
  costMinor: minor.nullable(),
});

export const InvoiceView = z.object({
  id,
  externalId: z.string(),
  orderExternalId: z.string().nullable(),
  issuedOn: day,
  dueOn: day.nullable(),
  paidOn: day.nullable(),
  currency,
  amountMinor: minor,
  baseAmountMinor: minor,
  isDisputed: z.boolean(),
});

export const PaymentView = z.object({
  id,
  externalId: z.string(),
  invoiceExternalId: z.string().nullable(),
  paidOn: day,
  currency,
  amountMinor: minor,
  baseAmountMinor: minor,
});

export const DeliveryView = z.object({
  id,
  externalId: z.string(),
  orderExternalId: z.string().nullable(),
  promisedOn: day.nullable(),
  deliveredOn: day.nullable(),
  isComplete: z.boolean().nullable(),
  isErrorFree: z.boolean().nullable(),
});

export const ProductView = z.object({
  id,
  externalId: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  unit: z.string().nullable(),
});

const ofAccount = {
  method: "GET",
  allow: "order.view",
  params: z.object({ accountId: id }),
  query: z.object(pageQuery),
} as const;

export const orders = {
  ofAccount: endpoint({
    ...ofAccount,
    id: "orders.ofAccount",
    path: "/accounts/:accountId/orders",
    summary: "An account's orders and returns, newest first",
    response: page(OrderView),
  }),
  get: endpoint({
    id: "orders.get",
    method: "GET",
    path: "/orders/:orderId",
    allow: "order.view",
    summary: "One order with its first 1,000 lines",
    params: z.object({ orderId: id }),
    response: OrderView.extend({ accountName: z.string(), lines: z.array(OrderLineView) }),
  }),
};

export const invoices = {
  ofAccount: endpoint({
    ...ofAccount,
    id: "invoices.ofAccount",
    path: "/accounts/:accountId/invoices",
    summary: "An account's invoices, newest first",
    response: page(InvoiceView),
  }),
};

export const payments = {
  ofAccount: endpoint({
    ...ofAccount,
    id: "payments.ofAccount",
    path: "/accounts/:accountId/payments",
    summary: "An account's payments, newest first",
    response: page(PaymentView),
  }),
};

export const deliveries = {
  ofAccount: endpoint({
    ...ofAccount,
    id: "deliveries.ofAccount",
    path: "/accounts/:accountId/deliveries",
    summary: "An account's deliveries, newest promise first",
    response: page(DeliveryView),
  }),
};

export const products = {
  list: endpoint({
    id: "products.list",
    method: "GET",
    path: "/products",
    allow: "order.view",
    summary: "Products by number",
    query: z.object(pageQuery),
    response: page(ProductView),
  }),
};
