import { healths } from "@mainstay/contract/health";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { adjustHealth, endHealthAdjustment } from "./adjust-health.ts";
import { backTestHealth } from "./back-test.ts";
import { readHealth, readHealthOverview } from "./health-screen.ts";

export const healthRoutes = (app: App): void => {
  serve(app, healths.get, (context, { params }) =>
    context.read((db) => readHealth(db, context, params.accountId)),
  );
  serve(app, healths.overview, (context) => context.read((db) => readHealthOverview(db, context)));
  serve(app, healths.backTest, (context) => context.read((db) => backTestHealth(db, context)));
  serve(app, healths.adjust, (context, { params, body }) =>
    adjustHealth(context, params.accountId, body),
  );
  serve(app, healths.endAdjustment, (context, { params }) =>
    endHealthAdjustment(context, params.adjustmentId),
  );
};
