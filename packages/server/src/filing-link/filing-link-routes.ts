import { caseForms, filingLinks } from "@mainstay/contract/mailbox";
import type { App } from "../platform/http/app.ts";
import { serve } from "../platform/http/serve.ts";
import { closeCaseForm, openCaseForm, readCaseForm } from "./case-form.ts";
import { listFilingLinks, makeFilingLink, revokeFilingLink } from "./filing-links.ts";

export const filingLinkRoutes = (app: App): void => {
  serve(app, filingLinks.listOfAccount, async (context, { params }) => ({
    items: await context.read((db) => listFilingLinks(db, context, params.accountId)),
  }));
  serve(app, filingLinks.make, (context, { params, body }) =>
    makeFilingLink(context, params.accountId, body),
  );
  serve(app, filingLinks.revoke, (context, { params }) =>
    revokeFilingLink(context, params.accountId, params.linkId),
  );
  serve(app, caseForms.get, (context) => context.read((db) => readCaseForm(db, context)));
  serve(app, caseForms.open, (context) => openCaseForm(context));
  serve(app, caseForms.close, (context) => closeCaseForm(context));
};
