import { mailSettings, outgoingMessages } from "@mainstay/contract/mail";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import {
  checkMailSetting,
  readMailSetting,
  removeMailSetting,
  saveMailSetting,
} from "./change-mail-setting.ts";
import { listOutgoing, sendAgain } from "./outgoing-messages.ts";

export const mailRoutes = (app: App): void => {
  serve(app, mailSettings.get, (context) => context.read((db) => readMailSetting(db, context)));
  serve(app, mailSettings.save, (context, { body }) => saveMailSetting(app, context, body));
  serve(app, mailSettings.remove, (context) => removeMailSetting(context));
  serve(app, mailSettings.check, (context) => checkMailSetting(app, context));
  serve(app, outgoingMessages.list, (context, { query }) =>
    context.read((db) => listOutgoing(db, context.tenantId, query.status)),
  );
  serve(app, outgoingMessages.sendAgain, (context, { params }) =>
    sendAgain(context, params.messageId),
  );
};
