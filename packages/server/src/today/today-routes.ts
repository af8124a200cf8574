import { today } from "@mainstay/contract/today";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { readTodayScreen } from "./today-screen.ts";

export const todayRoutes = (app: App): void => {
  serve(app, today.get, (context, { query }) =>
    context.read((db) => readTodayScreen(db, context, query)),
  );
};
