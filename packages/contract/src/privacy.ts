import { consentScopes } from "@mainstay/domain/fact/consent-scope";
import { factBases } from "@mainstay/domain/fact/fact-basis";
import { factClasses } from "@mainstay/domain/fact/fact-class";
import { factKinds } from "@mainstay/domain/fact/fact-kind";
import { consentStates } from "@mainstay/domain/privacy/consent-rule";
import { deletionReasons } from "@mainstay/domain/fact/deletion-reason";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import { day, id, instant, named, nothing, page, pageQuery } from "./endpoint/wire.ts";

/** What was deleted, when and why; never what it said. Counts by what it was. */
export const ReceiptView = z.object({
  id,
  personId: id.nullable(),
  reason: z.enum(deletionReasons),
  counts: z.record(z.string(), z.int()),
  consentId: id.nullable(),
  requestId: id.nullable(),
  deletedBy: named.nullable(),
  deletedAt: instant,
});
export type ReceiptView = z.infer<typeof ReceiptView>;

/** A line of the register of processing: for which purpose what is held on which basis. */
export const RegisterLine = z.object({
  purpose: z.string(),
  kind: z.enum(factKinds),
  class: z.enum(factClasses),
  basis: z.enum(factBases),
  facts: z.int(),
  persons: z.int(),
  firstExpiresOn: day,
});
export type RegisterLine = z.infer<typeof RegisterLine>;

export const PrivacyOverview = z.object({
  overdueRequests: z.int(),
  openRequests: z.int(),
  nextDueOn: day.nullable(),
  endingConsents: z.array(
    z.object({
      id,
      person: named,
      scope: z.array(z.enum(consentScopes)),
      expiresOn: day,
      state: z.enum(consentStates),
      facts: z.int(),
    }),
  ),
  endingConsentCount: z.int(),
  outdatedConsents: z.int(),
  /** Facts whose basis has fallen away: consent ended or of a replaced text, assessment not in force, past their time. */
  factsWithoutBasis: z.int(),
  personsWithoutBasis: z.array(named),
  notice: z.object({
    version: z.int().nullable(),
    isOutdated: z.boolean(),
    path: z.string().nullable(),
  }),
  openIncidents: z.int(),
  draftAssessments: z.int(),
  restrictedPersons: z.array(named),
  auditCheckedAt: instant.nullable(),
  isAuditIntact: z.boolean().nullable(),
});
export type PrivacyOverview = z.infer<typeof PrivacyOverview>;

export const PrivacySettings = z.object({
  requestWorkingDays: z.int().min(1).max(60),
  consentMonths: z.int().min(1).max(60),
  sensitiveConsentMonths: z.int().min(1).max(24),
});
export type PrivacySettings = z.infer<typeof PrivacySettings>;

export const privacy = {
  overview: endpoint({
    id: "privacy.overview",
    method: "GET",
    path: "/privacy/overview",
    allow: "privacy.view",
    summary: "What compliance has to look at now",
    response: PrivacyOverview,
  }),
  settings: endpoint({
    id: "privacy.settings",
    method: "GET",
    path: "/privacy/settings",
    allow: "consent.view",
    summary: "Working days to answer a request, months a consent lasts",
    response: PrivacySettings,
  }),
  editSettings: endpoint({
    id: "privacy.editSettings",
    method: "PATCH",
    path: "/privacy/settings",
    allow: "privacy.manage",
    summary: "Change the terms; they hold for what is recorded from now on",
    body: PrivacySettings.partial(),
    response: PrivacySettings,
  }),
  receipts: endpoint({
    id: "privacy.receipts",
    method: "GET",
    path: "/privacy/receipts",
    allow: "privacy.view",
    summary: "Receipts of deletions, newest first",
    query: z.object({
      personId: id.optional(),
      reason: z.enum(deletionReasons).optional(),
      ...pageQuery,
    }),
    response: page(ReceiptView),
  }),
  register: endpoint({
    id: "privacy.register",
    method: "GET",
    path: "/privacy/register",
    allow: "privacy.view",
    summary: "The register of processing: purposes, kinds, bases and counts",
    response: z.object({ lines: z.array(RegisterLine) }),
  }),
  evidencePack: endpoint({
    id: "privacy.evidencePack",
    method: "GET",
    path: "/privacy/evidence-pack.json",
    allow: "privacy.manage",
    summary:
      "All papers of compliance in one file, without values of facts; the export is recorded",
    response: nothing,
    download: "application/json",
  }),
};
