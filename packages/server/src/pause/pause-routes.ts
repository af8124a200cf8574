import { pauses } from "@mainstay/contract/pause";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { addPause, presentPause, removePause } from "./change-pauses.ts";
import { listPauses } from "./pause-queries.ts";

export const pauseRoutes = (app: App): void => {
  serve(app, pauses.list, async (context, { query }) => {
    const rows = await context.read((db) => listPauses(db, context.tenantId, query.accountId));
    return { items: rows.map((row) => presentPause(context.actor, row)) };
  });
  serve(app, pauses.add, (context, { body }) => addPause(context, body));
  serve(app, pauses.remove, (context, { params }) => removePause(context, params.pauseId));
};
