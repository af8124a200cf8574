import { savedViews } from "@mainstay/contract/saved-view";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { changeView, presentSavedView, removeView, saveView } from "./keep-saved-view.ts";
import { listSavedViews } from "./saved-view-queries.ts";

export const savedViewRoutes = (app: App): void => {
  serve(app, savedViews.list, async (context, { query }) => {
    const rows = await context.read((db) => listSavedViews(db, context.tenantId, query.place));
    return { items: rows.map((row) => presentSavedView(context.actor.userId, row)) };
  });
  serve(app, savedViews.save, (context, { body }) => saveView(context, body));
  serve(app, savedViews.change, (context, { params, body }) =>
    changeView(context, params.viewId, body),
  );
  serve(app, savedViews.remove, (context, { params }) => removeView(context, params.viewId));
};
