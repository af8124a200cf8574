import { serviceAnalysis } from "@mainstay/contract/service-analysis";
import { isFitWindow } from "@mainstay/domain/service-analysis/analysis-period";
import type { App } from "../platform/http/app.ts";
import { refuseField } from "../platform/http/field-problems.ts";
import { serve } from "../platform/http/serve.ts";
import { analyseCases, analyseCauses } from "./case-analysis.ts";
import { analyseDrivers } from "./driver-analysis.ts";
import { analyseSatisfaction } from "./satisfaction-analysis.ts";
import { loadVoiceOverview } from "./voice-overview.ts";

/** Refuses days that are longer than anybody needs or come in the wrong order, before anything is reckoned. */
const demandWindow = ({ from, to }: { from: string; to: string }, field = "to"): void => {
  if (isFitWindow(from, to)) return;
  throw refuseField(field, to < from ? "too_small" : "too_big", "query");
};

export const serviceAnalysisRoutes = (app: App): void => {
  serve(app, serviceAnalysis.cases, (context, { query }) => {
    demandWindow(query);
    const { beforeFrom: from, beforeTo: to } = query;
    if (from && to) demandWindow({ from, to }, "beforeTo");
    return context.read((db) => analyseCases(db, context, query));
  });
  serve(app, serviceAnalysis.causes, (context, { query }) => {
    demandWindow(query);
    return context.read((db) => analyseCauses(db, context, query));
  });
  serve(app, serviceAnalysis.satisfaction, (context, { query }) => {
    demandWindow(query);
    return context.read((db) => analyseSatisfaction(db, context.tenantId, query));
  });
  serve(app, serviceAnalysis.drivers, (context, { query }) => {
    demandWindow(query);
    return context.read((db) => analyseDrivers(db, context.tenantId, query));
  });
  serve(app, serviceAnalysis.overview, (context) =>
    context.read((db) => loadVoiceOverview(db, context)),
  );
};
