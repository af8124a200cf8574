import { interactions } from "@mainstay/contract/interaction";
import { findAccount } from "../account/account-queries.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { listInteractions } from "./interaction-queries.ts";
import { logInteraction } from "./log-interaction.ts";

export const interactionRoutes = (app: App): void => {
  serve(app, interactions.list, (context, { params, query }) =>
    context.read(async (db) => {
      if (!(await findAccount(db, context.tenantId, params.accountId)))
        throw new AppError("account.not_found");
      return listInteractions(db, context.tenantId, params.accountId, query);
    }),
  );
  serve(app, interactions.log, (context, { params, body }) =>
    logInteraction(context, params.accountId, body),
  );
};
