import {
  changeStatuses,
  confirmationMethods,
  confirmationSides,
} from "@mainstay/domain/requirement-change/change-status";
import { changedFields } from "@mainstay/domain/requirement-change/change-content";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  currency,
  day,
  id,
  instant,
  minor,
  named,
  nothing,
  requiredText,
  version,
} from "./endpoint/wire.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is asked for: scope, what it costs more (negative: less), how many days later (negative: earlier). */
export const ChangeContent = z.object({
  scope: requiredText(10_000),
  feeMinor: minor.min(-1_000_000_000_000).max(1_000_000_000_000),
  currency,
  scheduleDays: z.int().min(-3650).max(3650),
  deliverOn: day.nullable(),
});
export type ChangeContent = z.infer<typeof ChangeContent>;

/** One side's confirmation of one version; theirs stands on an uploaded signed paper. */
export const ChangeConfirmation = z.object({
  side: z.enum(confirmationSides),
  method: z.enum(confirmationMethods),
  /** Ours: the colleague; theirs: the person who signed, null when erased. */
  by: named.nullable(),
  signedOn: day,
  recordedBy: named.nullable(),
  recordedAt: instant,
  paper: z.object({ name: z.string(), sizeBytes: z.int(), sha256 }).nullable(),
  contentSha256: sha256,
});
export type ChangeConfirmation = z.infer<typeof ChangeConfirmation>;

export const ChangeVersion = ChangeContent.extend({
  number: z.int().positive(),
  contentSha256: sha256,
  madeBy: named.nullable(),
  madeAt: instant,
  sentAt: instant.nullable(),
  sentBy: named.nullable(),
  /** The paper exactly as it went out; null for a version that was never sent. */
  paperSha256: sha256.nullable(),
  /** What differs from the version before; empty for the first. */
  changed: z.array(z.enum(changedFields)),
  confirmations: z.array(ChangeConfirmation),
});
export type ChangeVersion = z.infer<typeof ChangeVersion>;

/** A change of what the customer asked for, with every version and who confirmed which. */
export const ChangeView = z.object({
  id,
  account: named,
  project: named.nullable(),
  title: z.string(),
  status: z.enum(changeStatuses),
  newest: ChangeVersion,
  sentAt: instant.nullable(),
  workStartedOn: day.nullable(),
  /** Work goes on and not both sides have confirmed. */
  isWorkUnconfirmed: z.boolean(),
  confirmedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedBecause: z.string().nullable(),
  createdAt: instant,
  version,
  can: z.object({
    revise: z.boolean(),
    send: z.boolean(),
    confirmOurs: z.boolean(),
    confirmTheirs: z.boolean(),
    markStarted: z.boolean(),
    decline: z.boolean(),
    withdraw: z.boolean(),
  }),
});
export type ChangeView = z.infer<typeof ChangeView>;

export const ChangeDetail = ChangeView.extend({ versions: z.array(ChangeVersion) });
export type ChangeDetail = z.infer<typeof ChangeDetail>;

const params = z.object({ changeId: id });
const ofVersion = z.object({ changeId: id, number: z.coerce.number().int().min(1).max(10_000) });
const act = {
  params,
  response: ChangeDetail,
  versioned: true as const,
  allow: "requirement_change.edit" as const,
};

export const requirementChanges = {
  listOfAccount: endpoint({
    id: "requirementChanges.listOfAccount",
    method: "GET",
    path: "/accounts/:accountId/requirement-changes",
    allow: "requirement_change.view",
    summary:
      "Requirement changes of an account, waiting ones first, with the sum of what is confirmed",
    params: z.object({ accountId: id }),
    query: z.object({ projectId: id.optional() }),
    response: z.object({
      items: z.array(ChangeView),
      /** Confirmed by both sides: fees by currency, days together; each project, and what belongs to none. */
      confirmed: z.array(
        z.object({
          project: named.nullable(),
          currency,
          feeMinor: minor,
          scheduleDays: z.int(),
          changes: z.int().positive(),
        }),
      ),
      unconfirmedWork: z.int().nonnegative(),
      can: z.object({ draft: z.boolean() }),
    }),
  }),
  get: endpoint({
    id: "requirementChanges.get",
    method: "GET",
    path: "/requirement-changes/:changeId",
    allow: "requirement_change.view",
    summary: "One requirement change with all its versions",
    params,
    response: ChangeDetail,
    versioned: true,
  }),
  draft: endpoint({
    id: "requirementChanges.draft",
    method: "POST",
    path: "/accounts/:accountId/requirement-changes",
    allow: "requirement_change.edit",
    summary: "Draft a requirement change",
    params: z.object({ accountId: id }),
    body: ChangeContent.extend({ title: requiredText(200), projectId: id.nullish() }),
    response: ChangeDetail,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  revise: endpoint({
    ...act,
    id: "requirementChanges.revise",
    method: "POST",
    path: "/requirement-changes/:changeId/revise",
    summary: "Change the content: a draft in place, a sent one as a new version (If-Match)",
    body: ChangeContent.partial().extend({ title: requiredText(200).optional() }),
  }),
  send: endpoint({
    ...act,
    id: "requirementChanges.send",
    method: "POST",
    path: "/requirement-changes/:changeId/send",
    summary: "The newest version goes out: its paper is printed and kept with its hash (If-Match)",
  }),
  markStarted: endpoint({
    ...act,
    id: "requirementChanges.markStarted",
    method: "POST",
    path: "/requirement-changes/:changeId/work-started",
    summary: "Note on which day work on it began, or that it has not (If-Match)",
    body: z.object({ startedOn: day.nullable() }),
  }),
  confirmOurs: endpoint({
    ...act,
    id: "requirementChanges.confirmOurs",
    method: "POST",
    path: "/requirement-changes/:changeId/confirm-ours",
    summary: "We confirm the newest sent version; not by whoever made it (If-Match)",
    body: z.object({ number: z.int().positive() }),
  }),
  uploadPaper: endpoint({
    id: "requirementChanges.uploadPaper",
    method: "POST",
    path: "/requirement-change-papers",
    allow: "requirement_change.edit",
    summary:
      "Hand in the signed paper: PDF, JPEG or PNG up to 5 MB; its content decides, not its name",
    upload: true,
    response: z.object({ id, name: z.string(), mediaType: z.string(), sizeBytes: z.int(), sha256 }),
    status: 201,
  }),
  confirmTheirs: endpoint({
    ...act,
    id: "requirementChanges.confirmTheirs",
    method: "POST",
    path: "/requirement-changes/:changeId/confirm-theirs",
    summary:
      "Record that a person of theirs signed the newest version, with the signed paper (If-Match)",
    body: z.object({
      number: z.int().positive(),
      personId: id,
      signedOn: day,
      paperFileId: id,
    }),
  }),
  decline: endpoint({
    ...act,
    id: "requirementChanges.decline",
    method: "POST",
    path: "/requirement-changes/:changeId/decline",
    summary: "The customer does not want it (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  withdraw: endpoint({
    ...act,
    id: "requirementChanges.withdraw",
    method: "POST",
    path: "/requirement-changes/:changeId/withdraw",
    summary: "We take it back (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  print: endpoint({
    id: "requirementChanges.print",
    method: "GET",
    path: "/requirement-changes/:changeId/versions/:number/paper.pdf",
    allow: "requirement_change.view",
    summary: "The paper of a version as PDF: the one that went out, or a draft marked as such",
    params: ofVersion,
    response: nothing,
    download: "application/pdf",
  }),
  signedPaper: endpoint({
    id: "requirementChanges.signedPaper",
    method: "GET",
    path: "/requirement-changes/:changeId/versions/:number/signed",
    allow: "requirement_change.view",
    summary: "The paper they signed, as it was handed in; the look is recorded",
    params: ofVersion,
    response: nothing,
    download: "application/octet-stream",
  }),
};
