import { incomingMessages } from "@mainstay/contract/incoming-message";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { countWaiting, getMessage, listMessages } from "./incoming-message-screen.ts";
import { readMessageFile } from "./read-message-file.ts";
import { addMessageToCase, openCaseFromMessage, setMessageAside } from "./sort-message.ts";

export const incomingMessageRoutes = (app: App): void => {
  serve(app, incomingMessages.list, (context, { query }) =>
    context.read((db) => listMessages(db, context, query)),
  );
  serve(app, incomingMessages.count, (context) => context.read((db) => countWaiting(db, context)));
  serve(app, incomingMessages.get, (context, { params }) =>
    context.read((db) => getMessage(db, context, params.messageId)),
  );
  serveDownload(app, incomingMessages.file, (context, { params }, outlet) =>
    readMessageFile(context, params, outlet),
  );
  serve(app, incomingMessages.openCase, (context, { params, body }) =>
    openCaseFromMessage(context, params.messageId, body),
  );
  serve(app, incomingMessages.addToCase, (context, { params, body }) =>
    addMessageToCase(context, params.messageId, body.caseNumber),
  );
  serve(app, incomingMessages.setAside, (context, { params, body }) =>
    setMessageAside(context, params.messageId, body.note),
  );
};
