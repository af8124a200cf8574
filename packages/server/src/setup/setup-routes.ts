import { setup } from "@mainstay/contract/setup";
import type { App } from "../platform/http/app.ts";
import { servePublic } from "../platform/http/serve.ts";
import { productVersion } from "../platform/config/product-version.ts";
import { completeSetup } from "./complete-setup.ts";
import { isSetUpNeeded } from "./installation.ts";

export const setupRoutes = (app: App): void => {
  const { database } = app;
  servePublic(app, setup.state, async () => ({
    isNeeded: await isSetUpNeeded(database),
    version: productVersion,
  }));
  servePublic(app, setup.complete, (context, { body }) => completeSetup(database, context, body));
};
