import { accountPage } from "@mainstay/contract/account-page";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { readAccountPage } from "./account-page-screen.ts";

export const accountPageRoutes = (app: App): void => {
  serve(app, accountPage.get, (context, { params }) =>
    context.read((db) => readAccountPage(db, context, params.accountId)),
  );
};
