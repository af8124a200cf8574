import { inspections } from "@mainstay/contract/inspection";
import { mayInspect } from "@mainstay/domain/inspection/inspection-policy";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { named } from "../platform/http/named.ts";
import { serve } from "../platform/http/serve.ts";
import { announceInspection } from "./announce-inspection.ts";
import { drawInspection } from "./draw-inspection.ts";
import { getInspection, getPopulation, listInspections } from "./inspection-screen.ts";
import { countPopulation } from "./population-queries.ts";
import { recordInspectionCall } from "./record-inspection-call.ts";

/** Joins random inspections: announced, drawn, called about, recomputed. */
export const inspectionRoutes = (app: App): void => {
  serve(app, inspections.list, (context) =>
    context.read(async (db) => ({
      items: await listInspections(db, context),
      can: { announce: mayInspect(context.actor) },
    })),
  );
  serve(app, inspections.preview, (context, { query }) => {
    if (!mayInspect(context.actor)) throw new AppError("inspection.needs_whole_view");
    return context.read(async (db) => {
      const reader = { tenantId: context.tenantId, timeZone: context.workspace.timeZone };
      const { departmentId = null, segment = null, ...rest } = query;
      const rows = await countPopulation(db, reader, { ...rest, departmentId, segment });
      return {
        size: rows.reduce((sum, { size }) => sum + size, 0),
        departments: rows.map(({ department_id, name, size }) => ({
          department: named(department_id, name),
          size,
        })),
      };
    });
  });
  serve(app, inspections.announce, async (context, { body }) => {
    const inspectionId = await announceInspection(context, body);
    return context.read((db) => getInspection(db, context, inspectionId));
  });
  serve(app, inspections.get, (context, { params }) =>
    context.read((db) => getInspection(db, context, params.inspectionId)),
  );
  serve(app, inspections.population, (context, { params }) =>
    context.read((db) => getPopulation(db, context.tenantId, params.inspectionId)),
  );
  serve(app, inspections.draw, async (context, { params }) => {
    await drawInspection(context, params.inspectionId);
    return context.read((db) => getInspection(db, context, params.inspectionId));
  });
  serve(app, inspections.callBack, async (context, { params, body }) => {
    await recordInspectionCall(context, params, body);
    return context.read((db) => getInspection(db, context, params.inspectionId));
  });
};
