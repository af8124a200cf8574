import { mailboxes } from "@mainstay/contract/mailbox";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { checkMailbox, readMailbox, removeMailbox, saveMailbox } from "./change-mailbox.ts";

export const mailboxRoutes = (app: App): void => {
  serve(app, mailboxes.get, (context) => context.read((db) => readMailbox(db, context)));
  serve(app, mailboxes.save, (context, { body }) => saveMailbox(app, context, body));
  serve(app, mailboxes.remove, (context) => removeMailbox(context));
  serve(app, mailboxes.check, (context) => checkMailbox(app, context));
};
