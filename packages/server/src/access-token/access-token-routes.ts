import { accessTokens } from "@mainstay/contract/access-token";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { listAccessTokens } from "./access-token-queries.ts";
import { presentAccessToken } from "./access-token-view.ts";
import { createAccessToken } from "./create-access-token.ts";
import { revokeAccessToken } from "./revoke-access-token.ts";

export const accessTokenRoutes = (app: App): void => {
  serve(app, accessTokens.list, async (context) => {
    const rows = await context.read((db) =>
      listAccessTokens(db, context.tenantId, context.actor.userId),
    );
    return { items: rows.map(presentAccessToken) };
  });
  serve(app, accessTokens.create, (context, { body }) => createAccessToken(context, body));
  serve(app, accessTokens.revoke, (context, { params }) =>
    revokeAccessToken(app.gate, context, params.tokenId),
  );
};
