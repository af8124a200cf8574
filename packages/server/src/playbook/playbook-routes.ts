import { playbooks } from "@mainstay/contract/playbook";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { listPlaybooks, readPlaybook } from "./playbook-screen.ts";
import { previewPlaybook } from "./preview-playbook.ts";
import { publishPlaybook } from "./publish-playbook.ts";

export const playbookRoutes = (app: App): void => {
  serve(app, playbooks.list, async (context) => ({
    items: await context.read((db) => listPlaybooks(db, context)),
  }));
  serve(app, playbooks.get, (context, { params }) =>
    context.read((db) => readPlaybook(db, context, params.stage)),
  );
  serve(app, playbooks.preview, (context, { body }) =>
    previewPlaybook(context, body.steps, body.startOn),
  );
  serve(app, playbooks.publish, (context, { params, body }) =>
    publishPlaybook(context, params.stage, body),
  );
};
