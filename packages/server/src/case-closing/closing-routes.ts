import { caseClosings, publicLinks } from "@mainstay/contract/case-closing";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { askByHand } from "./ask-by-hand.ts";
import { closingFigures } from "./closing-figures.ts";
import { getClosing } from "./closing-screen.ts";
import { confirmByLink, lookAtConfirmation, lookAtLink } from "./confirm-by-link.ts";
import { recordCallBack } from "./record-call-back.ts";
import { revokeConfirmationLink } from "./revoke-link.ts";
import { listUnconfirmed } from "./unconfirmed-list.ts";

/** Joins what closes a case: the customer's page, calls back, and the list of what nobody has confirmed. */
export const closingRoutes = (app: App): void => {
  servePublic(app, publicLinks.look, (context, { body }) =>
    lookAtLink(app.database, context, body.token),
  );
  servePublic(app, publicLinks.confirmLook, (context, { body }) =>
    lookAtConfirmation(app.database, context, body.token),
  );
  servePublic(app, publicLinks.confirm, (context, { body }) =>
    confirmByLink(app.database, context, body),
  );
  serve(app, caseClosings.get, (context, { params }) =>
    context.read((db) => getClosing(db, context, params.caseId)),
  );
  serve(app, caseClosings.ask, (context, { params }) => askByHand(context, params.caseId));
  serve(app, caseClosings.revoke, (context, { params }) =>
    revokeConfirmationLink(context, params.caseId, params.linkId),
  );
  serve(app, caseClosings.callBack, async (context, { params, body }) => {
    await recordCallBack(context, params.caseId, body);
    return context.read((db) => getClosing(db, context, params.caseId));
  });
  serve(app, caseClosings.unconfirmed, (context, { query }) =>
    context.read((db) => listUnconfirmed(db, context, query)),
  );
  serve(app, caseClosings.figures, (context, { query }) =>
    context.read((db) => closingFigures(db, context, query)),
  );
};
