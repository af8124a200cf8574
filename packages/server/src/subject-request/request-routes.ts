import { subjectRequests } from "@mainstay/contract/subject-request";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { liftRestriction } from "../privacy/restrict-person.ts";
import { carryOutRequest, checkIdentity, refuseRequest } from "./answer-request.ts";
import { recordRequest } from "./record-request.ts";
import { findRequestView, listRequests } from "./request-queries.ts";

export const subjectRequestRoutes = (app: App): void => {
  serve(app, subjectRequests.list, (context, { query }) =>
    context.read((db) => listRequests(db, context, query)),
  );
  serve(app, subjectRequests.get, (context, { params }) =>
    context.read(async (db) => {
      const request = await findRequestView(db, context, params.requestId);
      if (!request) throw new AppError("subject_request.not_found");
      return request;
    }),
  );
  serve(app, subjectRequests.record, (context, { body }) => recordRequest(context, body));
  serve(app, subjectRequests.checkIdentity, (context, { params, body }) =>
    checkIdentity(context, params.requestId, body),
  );
  serve(app, subjectRequests.carryOut, (context, { params, body }) =>
    carryOutRequest(context, params.requestId, body.reply),
  );
  serve(app, subjectRequests.refuse, (context, { params, body }) =>
    refuseRequest(context, params.requestId, body.reason),
  );
  serve(app, subjectRequests.liftRestriction, (context, { params, body }) =>
    liftRestriction(context, params.personId, body.reason),
  );
};
