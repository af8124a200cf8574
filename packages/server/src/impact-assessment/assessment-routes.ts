import { impactAssessments } from "@mainstay/contract/impact-assessment";
import { isPermitted } from "@mainstay/domain/access/permission";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { findAssessment, listAssessments } from "./assessment-queries.ts";
import {
  addAssessment,
  decideAssessment,
  editAssessment,
  endAssessment,
  removeAssessment,
} from "./write-assessment.ts";

export const assessmentRoutes = (app: App): void => {
  serve(app, impactAssessments.list, (context) =>
    context.read(async (db) => ({
      items: await listAssessments(db, context),
      can: { add: isPermitted(context.actor, "privacy.manage") },
    })),
  );
  serve(app, impactAssessments.get, (context, { params }) =>
    context.read(async (db) => {
      const assessment = await findAssessment(db, context, params.assessmentId);
      if (!assessment) throw new AppError("assessment.not_found");
      return assessment;
    }),
  );
  serve(app, impactAssessments.add, (context, { body }) => addAssessment(context, body));
  serve(app, impactAssessments.edit, (context, { params, body }) =>
    editAssessment(context, params.assessmentId, body),
  );
  serve(app, impactAssessments.decide, (context, { params, body }) =>
    decideAssessment(context, params.assessmentId, body),
  );
  serve(app, impactAssessments.end, (context, { params }) =>
    endAssessment(context, params.assessmentId),
  );
  serve(app, impactAssessments.remove, async (context, { params }) => {
    await removeAssessment(context, params.assessmentId);
    return undefined;
  });
};
