import { ties } from "@mainstay/contract/tie";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { changeTie, endTie } from "./change-tie.ts";
import { drawTie } from "./draw-tie.ts";
import { suggestTies } from "./suggest-ties.ts";

export const tieRoutes = (app: App): void => {
  serve(app, ties.draw, (context, { params, body }) => drawTie(context, params.accountId, body));
  serve(app, ties.change, (context, { params, body }) => changeTie(context, params.tieId, body));
  serve(app, ties.end, (context, { params }) => endTie(context, params.tieId));
  serve(app, ties.suggest, async (context, { params }) => ({
    items: await suggestTies(context, params.accountId),
  }));
};
