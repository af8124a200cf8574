import { workspaces } from "@mainstay/contract/setting";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { editWorkspace, readWorkspace } from "./edit-workspace.ts";

export const workspaceRoutes = (app: App): void => {
  serve(app, workspaces.get, (context) => context.read((db) => readWorkspace(db, context)));
  serve(app, workspaces.edit, (context, { body }) => editWorkspace(app.gate, context, body));
};
