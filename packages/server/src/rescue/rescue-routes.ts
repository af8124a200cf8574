import { rescues } from "@mainstay/contract/rescue";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { addRescueTask } from "./add-rescue-task.ts";
import { closeRescue } from "./close-rescue.ts";
import { editRescue } from "./edit-rescue.ts";
import { listRescues } from "./list-rescues.ts";
import { openRescue } from "./open-rescue.ts";
import { planOffer } from "./plan-offer.ts";
import { sumRescues } from "./rescue-results.ts";
import { getRescueView } from "./rescue-view.ts";
import { answerOffer, makeOffer, withdrawOffer } from "./work-on-offer.ts";

export const rescueRoutes = (app: App): void => {
  serve(app, rescues.list, (context, { query }) =>
    context.read((db) => listRescues(db, context.actor, query)),
  );
  serve(app, rescues.results, (context) =>
    context.read((db) => sumRescues(db, context.tenantId, context.workspace.baseCurrency)),
  );
  serve(app, rescues.get, (context, { params }) =>
    context.read((db) => getRescueView(db, context.actor, params.rescueId)),
  );
  serve(app, rescues.open, (context, { params, body }) =>
    openRescue(context, params.accountId, body),
  );
  serve(app, rescues.edit, (context, { params, body }) =>
    editRescue(context, params.rescueId, body),
  );
  serve(app, rescues.offer, (context, { params, body }) =>
    planOffer(context, params.rescueId, body),
  );
  serve(app, rescues.addTask, (context, { params, body }) =>
    addRescueTask(context, params.rescueId, body),
  );
  serve(app, rescues.close, (context, { params, body }) =>
    closeRescue(context, params.rescueId, body),
  );
  serve(app, rescues.makeOffer, (context, { params, body }) =>
    makeOffer(context, params.offerId, body.madeOn),
  );
  serve(app, rescues.answerOffer, (context, { params, body }) =>
    answerOffer(context, params.offerId, body),
  );
  serve(app, rescues.withdrawOffer, (context, { params }) =>
    withdrawOffer(context, params.offerId),
  );
};
