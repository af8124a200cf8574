import { segments } from "@mainstay/domain/account/segment";
import { approvalKinds, approvalStatuses } from "@mainstay/domain/approval/approval-kind";
import { approverRoles } from "@mainstay/domain/approval/approver-role";
import { forbiddenGiftForms, giftKinds } from "@mainstay/domain/approval/gift-kind";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  day,
  id,
  instant,
  minor,
  named,
  nothing,
  page,
  pageQuery,
  reason,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";

/** What the anti-bribery register asks of a gift before it is given. */
export const GiftDetail = z.object({
  giftKind: z.enum(giftKinds),
  costCentre: z.string(),
  givenOn: day,
  /** The recipient's employer knows of it. */
  isGivenOpenly: z.boolean(),
  isPublicSector: z.boolean(),
  isBidOpen: z.boolean(),
});
export type GiftDetail = z.infer<typeof GiftDetail>;

/** Something that waits, or waited, for a second person. */
export const ApprovalView = z.object({
  id,
  kind: z.enum(approvalKinds),
  subjectKind: z.string(),
  subjectId: id.nullable(),
  account: named.nullable(),
  /** Only for who may see the person anyway. */
  person: named.nullable(),
  reason,
  /** Why, in the words of who asked. */
  note: z.string(),
  gift: GiftDetail.nullable(),
  /** Money it is about, in the workspace's currency. */
  amountMinor: minor.nullable(),
  requestedBy: named,
  requestedAt: instant,
  approver: named.nullable(),
  approverRole: z.enum(approverRoles),
  /** Who can decide it today. */
  waitsFor: z.array(named),
  dueOn: day,
  isOverdue: z.boolean(),
  status: z.enum(approvalStatuses),
  decidedBy: named.nullable(),
  /** In whose place, when that was another. */
  decidedFor: named.nullable(),
  isByRule: z.boolean(),
  decidedAt: instant.nullable(),
  decisionNote: z.string().nullable(),
  validUntil: instant.nullable(),
  usedAt: instant.nullable(),
  reminders: z.int(),
  remindedAt: instant.nullable(),
  /** In whose name the reader would decide, when that is another. */
  decidingFor: named.nullable(),
  version,
  can: z.object({ decide: z.boolean(), withdraw: z.boolean(), remind: z.boolean() }),
});
export type ApprovalView = z.infer<typeof ApprovalView>;

export const approvalViews = ["waiting", "asked", "decided", "overdue"] as const;
export type ApprovalsView = (typeof approvalViews)[number];

const params = z.object({ approvalId: id });
const act = { params, response: ApprovalView, versioned: true as const };
const asks = {
  method: "POST" as const,
  allow: "approval.request" as const,
  response: ApprovalView,
  status: 201 as const,
  versioned: true as const,
  idempotent: true,
};

export const approvals = {
  list: endpoint({
    id: "approvals.list",
    method: "GET",
    path: "/approvals",
    allow: "approval.view",
    summary: "Approvals: waiting for me, asked by me, decided, or overdue; the most urgent first",
    query: z.object({
      view: z.enum(approvalViews).default("waiting"),
      kind: z.enum(approvalKinds).optional(),
      accountId: id.optional(),
      ...pageQuery,
    }),
    response: page(ApprovalView),
  }),
  get: endpoint({
    id: "approvals.get",
    method: "GET",
    path: "/approvals/:approvalId",
    allow: "approval.view",
    summary: "One approval",
    params,
    response: ApprovalView,
    versioned: true,
  }),
  decide: endpoint({
    ...act,
    id: "approvals.decide",
    method: "POST",
    path: "/approvals/:approvalId/decide",
    allow: "approval.decide",
    summary: "Approve or refuse; what follows happens in the same moment (If-Match)",
    body: z.object({ decision: z.enum(["approve", "refuse"]), note: text(1000).default("") }),
  }),
  withdraw: endpoint({
    ...act,
    id: "approvals.withdraw",
    method: "POST",
    path: "/approvals/:approvalId/withdraw",
    allow: "approval.request",
    summary: "Take back what one asked for (If-Match)",
  }),
  remind: endpoint({
    ...act,
    id: "approvals.remind",
    method: "POST",
    path: "/approvals/:approvalId/remind",
    allow: "approval.request",
    summary: "Remind whoever can decide; at most once a day (If-Match)",
  }),
  askSegmentMove: endpoint({
    ...asks,
    id: "approvals.askSegmentMove",
    path: "/approvals/segment-moves",
    summary: "Propose that an account moves to another segment; a director decides",
    body: z.object({ accountId: id, toSegment: z.enum(segments), note: requiredText(1000) }),
  }),
  askGift: endpoint({
    ...asks,
    id: "approvals.askGift",
    path: "/approvals/gifts",
    summary:
      "Ask to give something to a customer or one of their people; the value decides who approves",
    body: z.object({
      accountId: id,
      personId: id.nullish(),
      giftKind: z.enum(giftKinds),
      /** What is never given; named so that it can be refused with its reason. */
      form: z.enum(forbiddenGiftForms).nullish(),
      valueMinor: minor.min(1),
      purpose: requiredText(1000),
      costCentre: requiredText(100),
      givenOn: day,
      isGivenOpenly: z.boolean(),
      isPublicSector: z.boolean(),
      isBidOpen: z.boolean(),
      isForFamily: z.boolean().default(false),
    }),
  }),
  askExport: endpoint({
    ...asks,
    id: "approvals.askExport",
    path: "/approvals/exports",
    summary:
      "Ask to export more rows than the workspace allows without; good for one export in 24 hours",
    body: z.object({ what: z.enum(["accounts", "people", "cases"]), note: requiredText(1000) }),
  }),
  askSensitiveAccess: endpoint({
    ...asks,
    id: "approvals.askSensitiveAccess",
    path: "/approvals/sensitive-access",
    summary: "Ask to look at sensitive facts of one person",
    body: z.object({ personId: id, note: requiredText(1000) }),
  }),
};

/** When somebody is away, and who decides for them meanwhile. */
export const AbsenceView = z.object({
  id,
  user: named,
  delegate: named,
  fromOn: day,
  toOn: day,
  note: z.string(),
});
export type AbsenceView = z.infer<typeof AbsenceView>;

const AbsenceDraft = z.object({
  delegateUserId: id,
  fromOn: day,
  toOn: day,
  note: text(300).default(""),
});

export const absences = {
  list: endpoint({
    id: "absences.list",
    method: "GET",
    path: "/absences",
    allow: "approval.view",
    summary: "My absences from today on, and those of the people I stand in for",
    response: z.object({ mine: z.array(AbsenceView), standingInFor: z.array(AbsenceView) }),
  }),
  add: endpoint({
    id: "absences.add",
    method: "POST",
    path: "/absences",
    allow: "approval.request",
    summary: "Be away, and name who decides meanwhile",
    body: AbsenceDraft,
    response: AbsenceView,
    status: 201,
  }),
  change: endpoint({
    id: "absences.change",
    method: "PUT",
    path: "/absences/:absenceId",
    allow: "approval.request",
    summary: "Change one of my absences",
    params: z.object({ absenceId: id }),
    body: AbsenceDraft,
    response: AbsenceView,
  }),
  remove: endpoint({
    id: "absences.remove",
    method: "DELETE",
    path: "/absences/:absenceId",
    allow: "approval.request",
    summary: "Remove one of my absences",
    params: z.object({ absenceId: id }),
    response: nothing,
    status: 204,
  }),
};
