import { evaluations } from "@mainstay/contract/evaluation";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { findRun, listRuns } from "./evaluation-run-queries.ts";
import { requestEvaluation } from "./request-evaluation.ts";

export const evaluationRoutes = (app: App): void => {
  serve(app, evaluations.request, (context) => requestEvaluation(context));
  serve(app, evaluations.list, (context, { query }) =>
    context.read((db) => listRuns(db, context.tenantId, query)),
  );
  serve(app, evaluations.get, (context, { params }) =>
    context.read(async (db) => {
      const run = await findRun(db, context.tenantId, params.runId);
      if (!run) throw new AppError("evaluation.not_found");
      return run;
    }),
  );
};
