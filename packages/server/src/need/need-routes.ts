import { needs } from "@mainstay/contract/need";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { editNeed } from "./edit-need.ts";
import { listNeeds } from "./list-needs.ts";
import { getNeedView } from "./need-view.ts";
import { noteNeedAt } from "./note-need-at.ts";
import { declineNeed, stepNeed } from "./step-need.ts";
import { sumNeeds } from "./sum-needs.ts";

export const needRoutes = (app: App): void => {
  serve(app, needs.list, (context, { query }) =>
    context.read((db) => listNeeds(db, context, query)),
  );
  serve(app, needs.funnel, (context, { query }) =>
    context.read((db) => sumNeeds(db, context, query)),
  );
  serve(app, needs.get, (context, { params }) =>
    context.read((db) => getNeedView(db, context, params.needId)),
  );
  serve(app, needs.note, (context, { params, body }) =>
    noteNeedAt(context, params.accountId, body),
  );
  serve(app, needs.edit, (context, { params, body }) => editNeed(context, params.needId, body));
  serve(app, needs.step, (context, { params, body }) => stepNeed(context, params.needId, body));
  serve(app, needs.decline, (context, { params, body }) =>
    declineNeed(context, params.needId, body),
  );
};
