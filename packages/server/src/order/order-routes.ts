import {
  deliveries,
  type DeliveryView,
  invoices,
  type InvoiceView,
  orders,
  type OrderView,
  payments,
  type PaymentView,
  products,
} from "@mainstay/contract/order";
import type { z } from "zod";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { listProducts } from "../product/product-queries.ts";
import { factLists, getOrder, listFactsOfAccount } from "./order-queries.ts";

/** Joins the reading of orders, invoices, payments, deliveries and products. */
export const orderRoutes = (app: App): void => {
  serve(app, orders.ofAccount, (context, { params, query }) =>
    context.read((db) =>
      listFactsOfAccount<OrderView>(db, context.tenantId, params.accountId, factLists.order, query),
    ),
  );
  serve(app, orders.get, (context, { params }) =>
    context.read((db) => getOrder(db, context.tenantId, params.orderId)),
  );
  serve(app, invoices.ofAccount, (context, { params, query }) =>
    context.read((db) =>
      listFactsOfAccount<z.input<typeof InvoiceView>>(
        db,
        context.tenantId,
        params.accountId,
        factLists.invoice,
        query,
      ),
    ),
  );
  serve(app, payments.ofAccount, (context, { params, query }) =>
    context.read((db) =>
      listFactsOfAccount<z.input<typeof PaymentView>>(
        db,
        context.tenantId,
        params.accountId,
        factLists.payment,
        query,
      ),
    ),
  );
  serve(app, deliveries.ofAccount, (context, { params, query }) =>
    context.read((db) =>
      listFactsOfAccount<z.input<typeof DeliveryView>>(
        db,
        context.tenantId,
        params.accountId,
        factLists.delivery,
        query,
      ),
    ),
  );
  serve(app, products.list, (context, { query }) =>
    context.read((db) => listProducts(db, context.tenantId, query)),
  );
};
