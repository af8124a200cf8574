import { briefs } from "@mainstay/contract/brief";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { readBrief } from "./brief-screen.ts";
import { printBrief } from "./print-brief.ts";

export const briefRoutes = (app: App): void => {
  serve(app, briefs.get, (context, { params, query }) =>
    context.read((db) => readBrief(db, context, params.accountId, query)),
  );
  serveDownload(app, briefs.print, (context, { params, query }, outlet) =>
    printBrief(context, params.accountId, query, outlet),
  );
};
