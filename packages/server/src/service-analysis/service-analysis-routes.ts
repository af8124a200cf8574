import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { analyseCases, analyseCauses } from "./case-analysis.ts";
import { analyseDrivers } from "./driver-analysis.ts";
import { analyseSatisfaction } from "./satisfaction-analysis.ts";
import { loadVoiceOverview } from "./voice-overview.ts";

export const serviceAnalysisRoutes = (app: App): void => {
  serve(app, serviceAnalysis.cases, (context, { query }) =>
    context.read((db) => analyseCases(db, context, query)),
  );
  serve(app, serviceAnalysis.causes, (context, { query }) =>
    context.read((db) => analyseCauses(db, context, query)),
  );
  serve(app, serviceAnalysis.satisfaction, (context, { query }) =>
    context.read((db) => analyseSatisfaction(db, context.tenantId, query)),
  );
  serve(app, serviceAnalysis.drivers, (context, { query }) =>
    context.read((db) => analyseDrivers(db, context.tenantId, query)),
  );
  serve(app, serviceAnalysis.overview, (context) =>
    context.read((db) => loadVoiceOverview(db, context)),
  );
};
