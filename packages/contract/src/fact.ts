import { anniversaryCalendars } from "@mainstay/domain/calendar/anniversary-calendar";
import { factPromptStates, kindsToAsk } from "@mainstay/domain/fact/ask-next-visit";
import { factBases } from "@mainstay/domain/fact/fact-basis";
import { factClasses } from "@mainstay/domain/fact/fact-class";
import { factKinds, factShapes } from "@mainstay/domain/fact/fact-kind";
import { longestFactWords, longestRegion } from "@mainstay/domain/fact/fact-value-limit";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  nothing,
  page,
  pageQuery,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";

export const FactValue = z.discriminatedUnion("shape", [
  z.object({ shape: z.literal("words"), words: requiredText(longestFactWords) }),
  z.object({ shape: z.literal("year"), year: z.int().min(1900).max(2100) }),
  z.object({ shape: z.literal("yes_no"), isSo: z.boolean() }),
  z.object({
    shape: z.literal("anniversary"),
    calendar: z.enum(anniversaryCalendars),
    month: z.int().min(1).max(12),
    day: z.int().min(1).max(31).nullable(),
    year: z.int().min(1900).max(2100).nullable(),
    isLeapMonth: z.boolean(),
  }),
  z.object({
    shape: z.literal("trip"),
    region: requiredText(longestRegion),
    month: z.string().regex(/^\d{4}-\d{2}$/),
  }),
]);

const kind = z.enum(factKinds);

/** One fact about a person with all that makes it lawful. A sensitive value is never here: `isMasked`, and `reveal` shows it. */
export const FactView = z.object({
  id,
  personId: id,
  kind,
  class: z.enum(factClasses),
  value: FactValue.nullable(),
  isMasked: z.boolean(),
  basis: z.enum(factBases),
  purpose: z.string(),
  source: z.string(),
  consentId: id.nullable(),
  assessmentId: id.nullable(),
  collectedBy: z.string().nullable(),
  collectedOn: day,
  verifiedOn: day,
  expiresOn: day,
  /** Ends within 30 days and may be verified anew. */
  isDue: z.boolean(),
  version,
  can: z.object({
    correct: z.boolean(),
    verify: z.boolean(),
    delete: z.boolean(),
    reveal: z.boolean(),
  }),
});
export type FactView = z.infer<typeof FactView>;

/** A kind of the catalogue: what law asks of it. */
export const FactKindView = z.object({
  kind,
  class: z.enum(factClasses),
  shape: z.enum(factShapes),
  defaultBasis: z.enum(factBases),
  bases: z.array(z.enum(factBases)),
  retention: z.object({ from: z.enum(["verified", "occasion"]), count: z.int() }),
  isFirst: z.boolean(),
  isSingle: z.boolean(),
  isProfile: z.boolean(),
  needsGuardian: z.boolean(),
  /** Sensitive: a separate consent and an approved impact assessment come first. */
  needsAssessment: z.boolean(),
  /** An approved assessment of this workspace covers the kind. */
  isAssessed: z.boolean(),
});
export type FactKindView = z.infer<typeof FactKindView>;

export const Dossier = z.object({
  personId: id,
  personName: z.string(),
  /** The workspace's day. */
  today: day,
  isRestricted: z.boolean(),
  isPlaceholder: z.boolean(),
  hasObjectedToProfiling: z.boolean(),
  /** Classes the reader may come near; facts of others are not here. */
  classes: z.array(z.enum(factClasses)),
  facts: z.array(FactView),
  kinds: z.array(FactKindView),
  questions: z.array(z.object({ kind, isTakenUp: z.boolean() })),
  prompts: z.array(
    z.object({ kind, state: z.enum(factPromptStates), putOffUntil: day.nullable() }),
  ),
  /** Null for a reader who does not see personal facts. Sensitive kinds never count. */
  completeness: z.object({ known: z.int(), wanted: z.int() }).nullable(),
  can: z.object({ enter: z.boolean(), export: z.boolean() }),
});
export type Dossier = z.infer<typeof Dossier>;

export const FactDue = z.object({
  id,
  personId: id,
  personName: z.string(),
  kind,
  class: z.enum(factClasses),
  verifiedOn: day,
  expiresOn: day,
  version,
});
export type FactDue = z.infer<typeof FactDue>;

/** `purpose` may be left out where a consent is named: its purpose is meant. */
const FactDraft = z.object({
  kind,
  value: FactValue,
  basis: z.enum(factBases),
  purpose: text(300).optional(),
  source: text(300).optional(),
  consentId: id.nullish(),
  verifiedOn: day.optional(),
  /** Last day of the trip or meal; it sets the end of keeping and is itself not stored. */
  occasionOn: day.nullish(),
  expiresOn: day.nullish(),
});

/** An import of sensitive facts that waits for compliance: who brings how much of what, and how near the criminal line. */
export const BulkWarning = z.object({
  importId: id,
  fileName: z.string(),
  createdBy: z.string().nullable(),
  createdAt: instant,
  percent: z.int(),
  counts: z.partialRecord(kind, z.int()),
});
export type BulkWarning = z.infer<typeof BulkWarning>;

const params = z.object({ factId: id });
const ofPerson = z.object({ personId: id });

export const facts = {
  catalogue: endpoint({
    id: "facts.catalogue",
    method: "GET",
    path: "/fact-kinds",
    allow: "fact.view",
    summary: "Every kind of fact with class, lawful bases, retention and what must come first",
    response: z.object({ kinds: z.array(FactKindView) }),
  }),
  dossier: endpoint({
    id: "facts.dossier",
    method: "GET",
    path: "/people/:personId/facts",
    allow: "fact.view",
    summary: "What is held about a person, as far as the caller may see; sensitive values masked",
    params: ofPerson,
    response: Dossier,
  }),
  due: endpoint({
    id: "facts.due",
    method: "GET",
    path: "/facts/due",
    allow: "fact.edit",
    summary: "Facts that end within 30 days, to be verified anew or let go; without values",
    query: z.object(pageQuery),
    response: page(FactDue),
  }),
  enter: endpoint({
    id: "facts.enter",
    method: "POST",
    path: "/people/:personId/facts",
    allow: "fact.edit",
    summary:
      "Enter a fact with basis, purpose and source; refused where the law's papers are missing",
    params: ofPerson,
    body: FactDraft,
    response: FactView,
    status: 201,
    versioned: true,
  }),
  correct: endpoint({
    id: "facts.correct",
    method: "PATCH",
    path: "/facts/:factId",
    allow: "fact.edit",
    summary: "Correct a fact or its papers; the former value is gone (If-Match)",
    params,
    body: FactDraft.omit({ kind: true }).partial(),
    response: FactView,
    versioned: true,
  }),
  verify: endpoint({
    id: "facts.verify",
    method: "POST",
    path: "/facts/:factId/verify",
    allow: "fact.edit",
    summary: "The fact still holds: its end moves on, by the same rules as on entry (If-Match)",
    params,
    body: z.object({ verifiedOn: day.optional(), consentId: id.optional() }),
    response: FactView,
    versioned: true,
  }),
  delete: endpoint({
    id: "facts.delete",
    method: "DELETE",
    path: "/facts/:factId",
    allow: "fact.delete",
    summary: "Delete a fact for good; a receipt without the value stays (If-Match)",
    params,
    query: z.object({
      reason: z.enum(["purpose_done", "subject_request"]).default("purpose_done"),
    }),
    response: nothing,
    status: 204,
    versioned: true,
  }),
  reveal: endpoint({
    id: "facts.reveal",
    method: "POST",
    path: "/facts/:factId/reveal",
    allow: "fact.reveal",
    summary: "Show a sensitive value once, for a reason that is kept in the audit",
    params,
    body: z.object({ reason: requiredText(300).min(4) }),
    response: z.object({ value: FactValue }),
  }),
  prompt: endpoint({
    id: "facts.prompt",
    method: "PUT",
    path: "/people/:personId/fact-prompts/:kind",
    allow: "fact.edit",
    summary:
      "Take a question up for the next visit, put it off, note that it was refused, or forget that",
    params: ofPerson.extend({ kind: z.enum(kindsToAsk) }),
    body: z.object({
      state: z.enum([...factPromptStates, "open"]),
      putOffUntil: day.nullish(),
    }),
    response: nothing,
    status: 204,
  }),
  bulkWarnings: endpoint({
    id: "facts.bulkWarnings",
    method: "GET",
    path: "/bulk-warnings",
    allow: "privacy.manage",
    summary: "Imports of sensitive facts that wait for a yes from compliance",
    response: z.object({ items: z.array(BulkWarning) }),
  }),
  acknowledgeBulk: endpoint({
    id: "facts.acknowledgeBulk",
    method: "POST",
    path: "/imports/:importId/bulk-acknowledgement",
    allow: "privacy.manage",
    summary: "Compliance has seen where so many sensitive rows come from and lets the import go on",
    params: z.object({ importId: id }),
    body: z.object({ reason: requiredText(500).min(4) }),
    response: nothing,
    status: 204,
  }),
  exportFile: endpoint({
    id: "facts.exportFile",
    method: "GET",
    path: "/people-facts/export",
    allow: "fact.export",
    summary: "Facts the caller sees as CSV or XLSX; sensitive ones only as held; audited",
    query: z.object({
      accountId: id.optional(),
      format: z.enum(["csv", "xlsx"]).default("csv"),
    }),
    response: nothing,
    download: "text/csv",
  }),
};
