import { projects } from "@mainstay/contract/project";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { addProject } from "./add-project.ts";
import { endProject, renameProject } from "./change-project.ts";
import { listProjects } from "./project-queries.ts";
import { toProjectView } from "./project-view.ts";

export const projectRoutes = (app: App): void => {
  serve(app, projects.list, (context, { params }) =>
    context.read(async (db) => {
      const account = await findAccount(db, context.tenantId, params.accountId);
      if (!account) throw new AppError("account.not_found");
      const records = await listProjects(db, context.tenantId, params.accountId);
      return {
        items: records.map((one) => toProjectView(context.actor, teamOf(account), one)),
      };
    }),
  );
  serve(app, projects.add, (context, { params, body }) =>
    addProject(context, params.accountId, body.name),
  );
  serve(app, projects.rename, (context, { params, body }) =>
    renameProject(context, params.projectId, body.name),
  );
  serve(app, projects.end, (context, { params, body }) =>
    endProject(context, params.projectId, body),
  );
};
