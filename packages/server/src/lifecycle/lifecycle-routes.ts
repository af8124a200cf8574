import { lifecycles } from "@mainstay/contract/lifecycle";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { listDueMoves, readLifecycle } from "./lifecycle-screen.ts";
import { leaveStage, moveStage } from "./move-stage.ts";

export const lifecycleRoutes = (app: App): void => {
  serve(app, lifecycles.get, (context, { params }) =>
    context.read((db) => readLifecycle(db, context, params.accountId)),
  );
  serve(app, lifecycles.enter, (context, { params, body }) =>
    moveStage(context, params.accountId, body),
  );
  serve(app, lifecycles.leave, (context, { params, body }) =>
    leaveStage(context, params.accountId, body.reason),
  );
  serve(app, lifecycles.dueMoves, (context, { query }) =>
    context.read((db) => listDueMoves(db, context, query.limit)),
  );
};
