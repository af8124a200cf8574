import { passkeys } from "@mainstay/contract/passkey";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { removePasskey, renamePasskey } from "./change-passkey.ts";
import { beginPasskey, registerPasskey } from "./keep-passkey.ts";
import { listPasskeys } from "./passkey-queries.ts";
import { presentPasskey } from "./present-passkey.ts";
import { beginPasskeySignIn, signInWithPasskey } from "./sign-in-with-passkey.ts";

export const passkeyRoutes = (app: App): void => {
  serve(app, passkeys.list, async (context) => {
    const { tenantId, actor } = context;
    const rows = await context.read((db) => listPasskeys(db, tenantId, actor.userId));
    return { items: rows.map(presentPasskey) };
  });
  serve(app, passkeys.begin, (context, { body }) => beginPasskey(app, context, body.password));
  serve(app, passkeys.register, (context, { body }) => registerPasskey(app, context, body));
  serve(app, passkeys.rename, (context, { params, body }) =>
    renamePasskey(context, params.passkeyId, body.name),
  );
  serve(app, passkeys.remove, (context, { params }) => removePasskey(context, params.passkeyId));
  servePublic(app, passkeys.beginSignIn, beginPasskeySignIn);
  servePublic(app, passkeys.signIn, (context, { body }) =>
    signInWithPasskey(app, context, body.signed),
  );
};
