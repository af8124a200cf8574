import { privacy } from "@mainstay/contract/privacy";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { makeEvidencePack } from "./evidence-pack.ts";
import { readPrivacyOverview } from "./overview-queries.ts";
import { editPrivacySettings, readPrivacySettings } from "./privacy-settings.ts";
import { listReceipts } from "./receipt-queries.ts";
import { readRegister } from "./register-queries.ts";

/** Joins what compliance looks at: the overview, the terms, receipts, the register, the evidence pack. */
export const privacyRoutes = (app: App): void => {
  serve(app, privacy.overview, (context) => readPrivacyOverview(context));
  serve(app, privacy.settings, (context) =>
    context.read((db) => readPrivacySettings(db, context.tenantId)),
  );
  serve(app, privacy.editSettings, (context, { body }) => editPrivacySettings(context, body));
  serve(app, privacy.receipts, (context, { query }) =>
    context.read((db) => listReceipts(db, context.tenantId, query)),
  );
  serve(app, privacy.register, (context) =>
    context.read(async (db) => ({ lines: await readRegister(db, context.tenantId) })),
  );
  serveDownload(app, privacy.evidencePack, async (context, _, outlet) => {
    const pack = await makeEvidencePack(context);
    outlet.begin({ fileName: `privacy-evidence-${context.today}.json` });
    await outlet.write(JSON.stringify(pack, null, 2));
  });
};
