import { consents, consentTexts, withdrawals } from "@mainstay/contract/consent";
import { isPermitted } from "@mainstay/domain/access/permission";
import { evidenceLimitBytes } from "@mainstay/domain/privacy/evidence-type";
import { AppError } from "../platform/http/app-error.ts";
import type { App } from "../platform/http/app.ts";
import { serve, servePublic } from "../platform/http/serve.ts";
import { serveDownload } from "../platform/http/serve-download.ts";
import { serveUpload } from "../platform/http/serve-upload.ts";
import { listConsentsOfPerson, seesPerson } from "./consent-queries.ts";
import { listConsentTexts, toConsentTextView } from "./consent-text-queries.ts";
import { publishConsentText, retireConsentText } from "./publish-consent-text.ts";
import { readEvidence } from "./read-evidence.ts";
import { recordConsent } from "./record-consent.ts";
import { storeEvidence } from "./store-evidence.ts";
import { lookAtWithdrawal, withdrawByLink } from "./withdraw-by-link.ts";
import { withdrawConsent } from "./withdraw-consent.ts";
import { makeWithdrawalLink } from "./withdrawal-link.ts";

/** Joins consents, their texts and the person's own way to withdraw. */
export const consentRoutes = (app: App): void => {
  serve(app, consents.listOfPerson, (context, { params }) =>
    context.read(async (db) => {
      if (!(await seesPerson(db, context.tenantId, params.personId)))
        throw new AppError("person.not_found");
      return {
        items: await listConsentsOfPerson(db, context, params.personId),
        can: { record: isPermitted(context.actor, "consent.record") },
      };
    }),
  );
  serveUpload(app, consents.uploadEvidence, (context, _, file) => storeEvidence(context, file), {
    fileLimit: evidenceLimitBytes,
  });
  serve(app, consents.record, (context, { params, body }) =>
    recordConsent(context, params.personId, body),
  );
  serveDownload(app, consents.evidence, (context, { params }, outlet) =>
    readEvidence(context, params.consentId, outlet),
  );
  serve(app, consents.withdraw, (context, { params, body }) =>
    withdrawConsent(context, params.consentId, body.via),
  );
  serve(app, consents.makeLink, (context, { params }) =>
    makeWithdrawalLink(context, params.consentId),
  );
  serve(app, consentTexts.list, (context, { query }) =>
    context.read(async (db) => {
      const texts = await listConsentTexts(db, context.tenantId, context.workspace.locale);
      return {
        items: texts
          .filter(({ retired_at }) => query.all === "true" || retired_at === null)
          .map((text) => toConsentTextView(context.actor, text)),
        can: { add: isPermitted(context.actor, "privacy.manage") },
      };
    }),
  );
  serve(app, consentTexts.publish, (context, { body }) => publishConsentText(context, body));
  serve(app, consentTexts.retire, (context, { params }) =>
    retireConsentText(context, params.textId),
  );
  servePublic(app, withdrawals.look, (context, { body }) =>
    lookAtWithdrawal(app.database, context, body.token),
  );
  servePublic(app, withdrawals.withdraw, (context, { body }) =>
    withdrawByLink(app.database, context, body.token),
  );
};
