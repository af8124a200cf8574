import { servicePolicies } from "@mainstay/contract/service-policy";
import type { PolicyLines } from "@mainstay/domain/service-policy/service-terms";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { previewServicePolicy } from "./preview-service-policy.ts";
import { publishServicePolicy } from "./publish-service-policy.ts";
import { listServicePolicies, loadServicePolicy } from "./service-policy-queries.ts";

export const servicePolicyRoutes = (app: App): void => {
  serve(app, servicePolicies.get, (context) =>
    context.read((db) => loadServicePolicy(db, context.tenantId, context.today)),
  );
  serve(app, servicePolicies.history, (context, { query }) =>
    context.read((db) => listServicePolicies(db, context.tenantId, context.today, query)),
  );
  serve(app, servicePolicies.preview, (context, { body }) =>
    previewServicePolicy(context, body.lines as PolicyLines),
  );
  serve(app, servicePolicies.publish, (context, { body }) =>
    publishServicePolicy(context, { ...body, lines: body.lines as PolicyLines }),
  );
};
