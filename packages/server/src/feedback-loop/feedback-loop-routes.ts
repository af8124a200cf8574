import { feedbackLoops } from "@mainstay/contract/feedback-loop";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { askAgain } from "./ask-again.ts";
import { askToDropLoop, decideDropOfLoop, takeBackDropOfLoop } from "./drop-loop.ts";
import { giveLoop } from "./give-loop.ts";
import { listLoops } from "./list-loops.ts";
import { measureLoops } from "./loop-figures.ts";
import { listOpenings, setOpening } from "./loop-openings.ts";
import { getLoopView } from "./loop-view.ts";
import { noteContact, followUpLoop, rectifyLoop } from "./take-steps.ts";

export const feedbackLoopRoutes = (app: App): void => {
  serve(app, feedbackLoops.list, (context, { query }) =>
    context.read((db) => listLoops(db, context, query)),
  );
  serve(app, feedbackLoops.figures, (context, { query }) =>
    context.read((db) =>
      measureLoops(
        db,
        {
          tenantId: context.tenantId,
          timeZone: context.workspace.timeZone,
          now: context.now,
        },
        query,
      ),
    ),
  );
  serve(app, feedbackLoops.openings, (context, { query }) =>
    context.read((db) => listOpenings(db, context.tenantId, query.surveyId)),
  );
  serve(app, feedbackLoops.setOpening, (context, { params, body }) =>
    setOpening(context, params.questionId, body.opens),
  );
  serve(app, feedbackLoops.get, (context, { params }) =>
    context.read((db) => getLoopView(db, context, params.loopId)),
  );
  serve(app, feedbackLoops.contact, (context, { params, body }) =>
    noteContact(context, params.loopId, body),
  );
  serve(app, feedbackLoops.rectify, (context, { params, body }) =>
    rectifyLoop(context, params.loopId, body.evidence),
  );
  serve(app, feedbackLoops.followUp, (context, { params, body }) =>
    followUpLoop(context, params.loopId, body.evidence),
  );
  serve(app, feedbackLoops.askAgain, (context, { params }) => askAgain(context, params.loopId));
  serve(app, feedbackLoops.give, (context, { params, body }) =>
    giveLoop(context, params.loopId, body.ownerUserId),
  );
  serve(app, feedbackLoops.drop, (context, { params, body }) =>
    askToDropLoop(context, params.loopId, body.because),
  );
  serve(app, feedbackLoops.decideDrop, (context, { params, body }) =>
    decideDropOfLoop(context, params.loopId, body),
  );
  serve(app, feedbackLoops.takeBackDrop, (context, { params }) =>
    takeBackDropOfLoop(context, params.loopId),
  );
};
