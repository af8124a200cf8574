import { quickLogs } from "@mainstay/contract/quick-log";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { readQuickLogDirectory } from "./quick-log-directory.ts";
import { saveQuickLog } from "./save-quick-log.ts";
import { takeBackQuickLog } from "./take-back-quick-log.ts";

export const quickLogRoutes = (app: App): void => {
  serve(app, quickLogs.directory, (context, { query }) =>
    context.read((db) => readQuickLogDirectory(db, context, query.recent ?? [])),
  );
  serve(app, quickLogs.save, (context, { body }) => saveQuickLog(context, body));
  serve(app, quickLogs.takeBack, (context, { params }) =>
    takeBackQuickLog(context, params.clientRef),
  );
};
