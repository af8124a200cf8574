import { singleSignOn } from "@mainstay/contract/single-sign-on";
import { fitsPasskeys } from "../passkey/relying-party.ts";
import { withoutTenant } from "../platform/db/open-transaction.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { createProvider, editProvider, readProviders, removeProvider } from "./change-providers.ts";
import { completeSingleSignOn } from "./complete-single-sign-on.ts";
import { findProvider, listSignInProviders } from "./provider-queries.ts";
import { reachProvider } from "./reach-provider.ts";
import { startSingleSignOn } from "./start-single-sign-on.ts";

export const singleSignOnRoutes = (app: App): void => {
  const { database, keyRing } = app;
  serve(app, singleSignOn.list, (context) => context.read((db) => readProviders(db, context)));
  serve(app, singleSignOn.create, (context, { body }) => createProvider(app, context, body));
  serve(app, singleSignOn.edit, (context, { params, body }) =>
    editProvider(app, context, params.providerId, body),
  );
  serve(app, singleSignOn.remove, (context, { params }) =>
    removeProvider(context, params.providerId),
  );
  serve(app, singleSignOn.check, async (context, { params }) => {
    const { tenantId } = context;
    const provider = await context.read((db) => findProvider(db, tenantId, params.providerId));
    if (!provider) throw new AppError("single_sign_on.not_found");
    await reachProvider(keyRing, tenantId, provider);
    return { isFine: true as const };
  });
  servePublic(app, singleSignOn.options, async (context) => {
    const providers = await withoutTenant(database, listSignInProviders);
    return {
      passkeys: fitsPasskeys(context.origin),
      providers: providers.map(({ tenant_id, id, label }) => ({
        provider: `${tenant_id}.${id}`,
        label,
      })),
    };
  });
  servePublic(app, singleSignOn.start, (context, { body }) =>
    startSingleSignOn(app, context, body),
  );
  servePublic(app, singleSignOn.complete, (context, { body }) =>
    completeSingleSignOn(app, context, body.search),
  );
};
