import { policies } from "@mainstay/contract/policy";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { getPolicy, listPolicies } from "./policy-queries.ts";
import { publishPolicy } from "./publish-policy.ts";
import { simulatePolicy } from "./simulate-policy.ts";

export const policyRoutes = (app: App): void => {
  serve(app, policies.get, (context) => context.read((db) => getPolicy(db, context.tenantId)));
  serve(app, policies.history, (context, { query }) =>
    context.read((db) => listPolicies(db, context.tenantId, query)),
  );
  serve(app, policies.simulate, (context, { body }) => simulatePolicy(context, body.settings));
  serve(app, policies.publish, (context, { body }) => publishPolicy(context, body));
};
