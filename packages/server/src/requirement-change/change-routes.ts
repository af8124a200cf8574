import { requirementChanges } from "@mainstay/contract/requirement-change";
import { evidenceLimitBytes } from "@mainstay/domain/privacy/evidence-type";
import { mayDraftChange } from "@mainstay/domain/requirement-change/change-policy";
import { findAccount } from "../account/account-queries.ts";
import { teamOf } from "../account/account-view.ts";
import type { App } from "../platform/http/app.ts";
import { AppError } from "../platform/http/app-error.ts";
import { serve } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { serveUpload } from "../platform/http/serve-upload.ts";
import { getChange, listChangesOfAccount } from "./change-queries.ts";
import { declineChange, markWorkStarted, withdrawChange } from "./close-change.ts";
import { confirmOurs, confirmTheirs } from "./confirm-change.ts";
import { draftChange } from "./draft-change.ts";
import { printChange } from "./print-change.ts";
import { reviseChange } from "./revise-change.ts";
import { sendChange } from "./send-change.ts";
import { readSignedPaper, storeSignedPaper } from "./signed-paper.ts";

export const changeRoutes = (app: App): void => {
  serve(app, requirementChanges.listOfAccount, (context, { params, query }) =>
    context.read(async (db) => {
      const account = await findAccount(db, context.tenantId, params.accountId);
      if (!account) throw new AppError("account.not_found");
      const found = await listChangesOfAccount(db, context, params.accountId, query.projectId);
      return { ...found, can: { draft: mayDraftChange(context.actor, teamOf(account)) } };
    }),
  );
  serve(app, requirementChanges.get, (context, { params }) =>
    context.read((db) => getChange(db, context, params.changeId)),
  );
  serve(app, requirementChanges.draft, (context, { params, body }) =>
    draftChange(context, params.accountId, body),
  );
  serve(app, requirementChanges.revise, (context, { params, body }) =>
    reviseChange(context, params.changeId, body),
  );
  serve(app, requirementChanges.send, (context, { params }) =>
    sendChange(context, params.changeId),
  );
  serve(app, requirementChanges.markStarted, (context, { params, body }) =>
    markWorkStarted(context, params.changeId, body.startedOn),
  );
  serve(app, requirementChanges.confirmOurs, (context, { params, body }) =>
    confirmOurs(context, params.changeId, body.number),
  );
  serveUpload(
    app,
    requirementChanges.uploadPaper,
    (context, _, file) => storeSignedPaper(context, file),
    { fileLimit: evidenceLimitBytes },
  );
  serve(app, requirementChanges.confirmTheirs, (context, { params, body }) =>
    confirmTheirs(context, params.changeId, body),
  );
  serve(app, requirementChanges.decline, (context, { params, body }) =>
    declineChange(context, params.changeId, body.reason),
  );
  serve(app, requirementChanges.withdraw, (context, { params, body }) =>
    withdrawChange(context, params.changeId, body.reason),
  );
  serveDownload(app, requirementChanges.print, (context, { params }, outlet) =>
    printChange(context, params.changeId, params.number, outlet),
  );
  serveDownload(app, requirementChanges.signedPaper, (context, { params }, outlet) =>
    readSignedPaper(context, params.changeId, params.number, outlet),
  );
};
