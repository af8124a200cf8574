import { signalRules } from "@mainstay/contract/signal-rule";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { previewRules } from "./preview-rules.ts";
import { publishRules } from "./publish-rules.ts";
import { getRulesView, listRules } from "./signal-rule-queries.ts";

export const signalRuleRoutes = (app: App): void => {
  serve(app, signalRules.get, (context) =>
    context.read((db) => getRulesView(db, context.tenantId)),
  );
  serve(app, signalRules.history, (context, { query }) =>
    context.read((db) => listRules(db, context.tenantId, query)),
  );
  serve(app, signalRules.preview, (context, { body }) => previewRules(context, body.rules));
  serve(app, signalRules.publish, (context, { body }) => publishRules(context, body));
};
