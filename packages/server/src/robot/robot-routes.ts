import { robots } from "@mainstay/contract/robot";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { addRobot, checkRobot, editRobot, removeRobot } from "./change-robots.ts";
import { listRobotViews } from "./robot-view.ts";

export const robotRoutes = (app: App): void => {
  serve(app, robots.list, async ({ tenantId, read }) => ({
    items: await read((db) => listRobotViews(db, tenantId)),
  }));
  serve(app, robots.add, (context, { body }) => addRobot(app, context, body));
  serve(app, robots.edit, (context, { params, body }) =>
    editRobot(app, context, params.robotId, body),
  );
  serve(app, robots.remove, (context, { params }) => removeRobot(context, params.robotId));
  serve(app, robots.check, (context, { params }) => checkRobot(app, context, params.robotId));
};
