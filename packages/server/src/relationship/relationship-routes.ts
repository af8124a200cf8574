import { relationships } from "@mainstay/contract/relationship";
import { findAccount } from "../account/account-queries.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { readPath } from "./path-screen.ts";
import { listMovers, listRelationshipWeeks } from "./relationship-queries.ts";
import { readRelationship } from "./relationship-screen.ts";

export const relationshipRoutes = (app: App): void => {
  serve(app, relationships.get, (context, { params, query }) =>
    context.read((db) => readRelationship(db, context, params.accountId, query.projectId ?? null)),
  );
  serve(app, relationships.weeks, (context, { params, query }) =>
    context.read(async (db) => {
      const { tenantId } = context;
      if (!(await findAccount(db, tenantId, params.accountId)))
        throw new AppError("account.not_found");
      return {
        weeks: await listRelationshipWeeks(db, tenantId, params.accountId, query.projectId ?? null),
      };
    }),
  );
  serve(app, relationships.path, (context, { params, query }) =>
    context.read((db) => readPath(db, context, params.accountId, query.toPersonId)),
  );
  serve(app, relationships.movers, (context, { query }) =>
    context.read((db) => listMovers(db, context.tenantId, query.limit)),
  );
};
