import { consentMethods, consentScopes } from "@mainstay/domain/fact/consent-scope";
import { evidenceTypes } from "@mainstay/domain/privacy/evidence-type";
import { consentStates } from "@mainstay/domain/privacy/consent-rule";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, nothing, requiredText, text, version } from "./endpoint/wire.ts";
import { linkToken, localeShape } from "./session.ts";

const scopes = z.array(z.enum(consentScopes)).min(1).max(consentScopes.length);

/** What a person is shown before they consent. Its version is the hash of scope, purpose and words. */
export const ConsentTextView = z.object({
  id,
  scope: scopes,
  isSensitive: z.boolean(),
  purpose: z.string(),
  words: z.string(),
  textVersion: z.string(),
  /** Shipped with the product and not yet used or changed by the workspace. */
  isShipped: z.boolean(),
  publishedAt: instant.nullable(),
  retiredAt: instant.nullable(),
  /** Living consents given to this text. */
  consents: z.int().nonnegative(),
  can: z.object({ edit: z.boolean(), retire: z.boolean() }),
});
export type ConsentTextView = z.infer<typeof ConsentTextView>;

export const ConsentView = z.object({
  id,
  personId: id,
  personName: z.string(),
  scope: scopes,
  isSensitive: z.boolean(),
  purpose: z.string(),
  /** The words the person agreed to; null when the text is gone. */
  words: z.string().nullable(),
  textVersion: z.string(),
  method: z.enum(consentMethods),
  witness: z.string().nullable(),
  guardian: z.string().nullable(),
  evidence: z.object({ name: z.string(), sizeBytes: z.int() }).nullable(),
  givenOn: day,
  expiresOn: day,
  withdrawnAt: instant.nullable(),
  withdrawnVia: z.string().nullable(),
  collectedBy: named.nullable(),
  state: z.enum(consentStates),
  /** Facts that rest on it now, of the classes the reader may see. */
  facts: z.int().nonnegative(),
  version,
  can: z.object({ withdraw: z.boolean(), makeLink: z.boolean() }),
});
export type ConsentView = z.infer<typeof ConsentView>;

const params = z.object({ consentId: id });

export const consents = {
  listOfPerson: endpoint({
    id: "consents.listOfPerson",
    method: "GET",
    path: "/people/:personId/consents",
    allow: "consent.view",
    summary: "What the person has consented to, newest first",
    params: z.object({ personId: id }),
    response: z.object({ items: z.array(ConsentView), can: z.object({ record: z.boolean() }) }),
  }),
  uploadEvidence: endpoint({
    id: "consents.uploadEvidence",
    method: "POST",
    path: "/consent-evidence",
    allow: "consent.record",
    summary:
      "Hand in the file that proves a consent: PDF, JPEG, PNG or WebP up to 5 MB; its content decides, not its name",
    upload: true,
    response: z.object({
      id,
      name: z.string(),
      mediaType: z.enum(evidenceTypes),
      sizeBytes: z.int(),
    }),
    status: 201,
  }),
  record: endpoint({
    id: "consents.record",
    method: "POST",
    path: "/people/:personId/consents",
    allow: "consent.record",
    summary:
      "Record that the person consented to a text; a sensitive scope stands in a record of its own",
    params: z.object({ personId: id }),
    body: z.object({
      textId: id,
      /** What was ticked; the whole text when left out. */
      scope: scopes.optional(),
      method: z.enum(consentMethods),
      givenOn: day,
      expiresOn: day.optional(),
      evidenceFileId: id.optional(),
      witness: text(100).optional(),
      guardian: text(100).optional(),
    }),
    response: ConsentView,
    status: 201,
    idempotent: true,
  }),
  evidence: endpoint({
    id: "consents.evidence",
    method: "GET",
    path: "/consents/:consentId/evidence",
    allow: "consent.view",
    summary: "The file that proves the consent; the look is recorded",
    params,
    response: nothing,
    download: "application/octet-stream",
  }),
  withdraw: endpoint({
    id: "consents.withdraw",
    method: "POST",
    path: "/consents/:consentId/withdraw",
    allow: "consent.record",
    summary: "The person withdraws: what rests on the consent is deleted at once (If-Match)",
    params,
    body: z.object({ via: text(200).optional() }),
    response: ConsentView,
    versioned: true,
  }),
  makeLink: endpoint({
    id: "consents.makeLink",
    method: "POST",
    path: "/consents/:consentId/withdrawal-links",
    allow: "consent.record",
    summary: "A link by which the person withdraws without signing in; shown once",
    params,
    response: z.object({ path: z.string(), expiresAt: instant }),
    status: 201,
  }),
};

export const consentTexts = {
  list: endpoint({
    id: "consentTexts.list",
    method: "GET",
    path: "/consent-texts",
    allow: "consent.view",
    summary: "Texts in use, shipped ones included; with `all` also retired ones",
    query: z.object({ all: z.enum(["true", "false"]).default("false") }),
    response: z.object({ items: z.array(ConsentTextView), can: z.object({ add: z.boolean() }) }),
  }),
  publish: endpoint({
    id: "consentTexts.publish",
    method: "POST",
    path: "/consent-texts",
    allow: "privacy.manage",
    summary:
      "Publish a text; with `replacesId` an edit: the earlier text retires and its consents carry nothing new",
    body: z.object({
      scope: scopes,
      purpose: requiredText(500),
      words: requiredText(5000),
      replacesId: id.optional(),
    }),
    response: ConsentTextView,
    status: 201,
    idempotent: true,
  }),
  retire: endpoint({
    id: "consentTexts.retire",
    method: "POST",
    path: "/consent-texts/:textId/retire",
    allow: "privacy.manage",
    summary: "Offer the text no longer; consents given to it stay valid",
    params: z.object({ textId: id }),
    response: ConsentTextView,
  }),
};

/** What a person sees behind their own link; no more of them than the initial. */
export const WithdrawalView = z.object({
  handlerName: z.string(),
  contact: z.string().nullable(),
  locale: localeShape,
  initial: z.string(),
  scope: scopes,
  purpose: z.string(),
  words: z.string().nullable(),
  givenOn: day,
  expiresOn: day,
  noticePath: z.string().nullable(),
});
export type WithdrawalView = z.infer<typeof WithdrawalView>;

/** What the person whom the facts are about does with the link they were given; no sign-in. */
export const withdrawals = {
  look: endpoint({
    id: "withdrawals.look",
    method: "POST",
    path: "/withdrawals/look",
    allow: "public",
    summary: "What a withdrawal link stands for",
    body: z.object({ token: linkToken }),
    response: WithdrawalView,
  }),
  withdraw: endpoint({
    id: "withdrawals.withdraw",
    method: "POST",
    path: "/withdrawals",
    allow: "public",
    summary: "Withdraw the consent behind a link; the link works once",
    body: z.object({ token: linkToken }),
    response: z.object({ withdrawnAt: instant, receiptId: id, deleted: z.int().nonnegative() }),
  }),
};
