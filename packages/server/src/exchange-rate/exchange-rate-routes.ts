import { exchangeRates } from "@mainstay/contract/setting";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { removeExchangeRate, setExchangeRate } from "./change-exchange-rate.ts";
import { listExchangeRates } from "./exchange-rate-queries.ts";

export const exchangeRateRoutes = (app: App): void => {
  serve(app, exchangeRates.list, async (context) => {
    const rows = await context.read((db) => listExchangeRates(db, context.tenantId));
    return {
      baseCurrency: context.workspace.baseCurrency,
      items: rows.map((row) => ({
        currency: row.currency,
        fromOn: row.from_on,
        rate: row.rate,
      })),
    };
  });
  serve(app, exchangeRates.put, (context, { params, body }) =>
    setExchangeRate(context, { ...params, ...body }),
  );
  serve(app, exchangeRates.remove, (context, { params }) => removeExchangeRate(context, params));
};
