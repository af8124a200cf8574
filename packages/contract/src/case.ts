import { caseClockNames, clockModes, clockStates } from "@mainstay/domain/case/case-clock";
import {
  caseCauses,
  caseChannels,
  caseClosers,
  caseKinds,
  caseLevels,
  caseSources,
  caseStatuses,
} from "@mainstay/domain/case/case-kind";
import { policyLineKeys } from "@mainstay/domain/service-policy/service-terms";
import { z } from "zod";
import { BoundedCount, caseFilter, caseOrders } from "./case-filter.ts";
import { CaseEvent, CasePause, CaseTransfer } from "./case-history.ts";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  cursor,
  id,
  instant,
  named,
  pageQuery,
  requiredText,
  text,
  version,
} from "./endpoint/wire.ts";

const score = z.int().min(1).max(5);
/** 0 nobody yet, 1 manager, 2 director, 3 sponsor. */
const escalationLevel = z.int().min(0).max(3);
/** Where a due instant comes from. */
const clockLine = z.enum(["level", "green_channel", ...policyLineKeys]);

/** One clock as it stands now. */
export const CaseClock = z.object({
  clock: z.enum(caseClockNames),
  dueAt: instant,
  doneAt: instant.nullable(),
  state: z.enum(clockStates),
  line: clockLine,
  mode: z.enum(clockModes),
  /** Minutes that count until it is due; negative: gone by since. Null once it is done or of no consequence. */
  leftMinutes: z.int().nullable(),
});
export type CaseClock = z.infer<typeof CaseClock>;

/** A case in a list. */
export const CaseRow = z.object({
  id,
  number: z.int().positive(),
  account: named,
  kind: z.enum(caseKinds),
  level: z.enum(caseLevels),
  title: z.string(),
  channel: z.enum(caseChannels),
  status: z.enum(caseStatuses),
  person: named.nullable(),
  department: named.nullable(),
  /** 首问责任人: never changes. */
  firstResponder: named,
  /** Who works on it now; null while nobody fit does. */
  handler: named.nullable(),
  isGreenChannel: z.boolean(),
  openedAt: instant,
  /** The clock that is due next or has been overdue longest; null when none runs. */
  nextDue: z
    .object({ clock: z.enum(caseClockNames), dueAt: instant, state: z.enum(clockStates) })
    .nullable(),
  isOverdue: z.boolean(),
  escalationLevel,
  solvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  /** The customer's newest score of the solution, and the first one. */
  score: score.nullable(),
  firstScore: score.nullable(),
  reopened: z.int().nonnegative(),
  version,
});
export type CaseRow = z.infer<typeof CaseRow>;

const linkedCase = z.object({ id, number: z.int().positive(), title: z.string() });

/** A case whole: clocks, people, timeline, transfer, pauses, and what the reader may do. */
export const CaseView = CaseRow.extend({
  description: z.string(),
  project: named.nullable(),
  product: named.nullable(),
  cause: z.enum(caseCauses).nullable(),
  solution: z.string().nullable(),
  closedBy: z.enum(caseClosers).nullable(),
  openedBy: named.nullable(),
  source: z.object({ kind: z.enum(caseSources), id }).nullable(),
  /** Those of us it complains about; somebody it complains about sees only that they are. */
  complained: z.array(named),
  /** It complains about the reader: who complained and what is said inside is not told. */
  isAboutMe: z.boolean(),
  /** Who answers in the place of a first responder it complains about; null where they answer themselves. */
  answersInPlace: named.nullable(),
  /** The service policy it was opened under; 0 is the shipped one. */
  policyVersion: z.int().nonnegative(),
  clocks: z.array(CaseClock),
  escalatedAt: instant.nullable(),
  /** Our people at the account. */
  team: z.object({
    manager: named.nullable(),
    backup: named.nullable(),
    sponsor: named.nullable(),
  }),
  transfer: CaseTransfer.nullable(),
  pauses: z.array(CasePause),
  duplicateOf: linkedCase.nullable(),
  duplicates: z.array(linkedCase),
  /** Newest first; more by `cases.listEvents`. */
  timeline: z.object({ items: z.array(CaseEvent), nextCursor: cursor.nullable() }),
  can: z.object({
    note: z.boolean(),
    edit: z.boolean(),
    reply: z.boolean(),
    giveFeedback: z.boolean(),
    changeLevel: z.boolean(),
    offerTransfer: z.boolean(),
    answerTransfer: z.boolean(),
    withdrawTransfer: z.boolean(),
    assign: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    escalate: z.boolean(),
    markDuplicate: z.boolean(),
    solve: z.boolean(),
  }),
});
export type CaseView = z.infer<typeof CaseView>;

const params = z.object({ caseId: id });
const act = {
  params,
  response: CaseView,
  versioned: true as const,
  allow: "case.work" as const,
};

const draft = {
  kind: z.enum(caseKinds),
  title: requiredText(200),
  description: text(10_000),
  personId: id.nullable(),
  projectId: id.nullable(),
  productId: id.nullable(),
  departmentId: id.nullable(),
  complainedUserIds: z.array(id).max(20),
};

export const cases = {
  list: endpoint({
    id: "cases.list",
    method: "GET",
    path: "/cases",
    allow: "case.view",
    summary: "Cases, the most urgent or the newest first, with honest counts of each status",
    query: z.object({
      ...caseFilter,
      order: z.enum(caseOrders).default("urgency"),
      ...pageQuery,
    }),
    response: z.object({
      items: z.array(CaseRow),
      nextCursor: cursor.nullable(),
      /** Of the same filter: each status, whichever is asked for, and how many clocks have run out. */
      counts: z.object({
        open: BoundedCount,
        paused: BoundedCount,
        solved: BoundedCount,
        closed: BoundedCount,
        duplicate: BoundedCount,
        overdue: BoundedCount,
        escalated: BoundedCount,
      }),
    }),
  }),
  get: endpoint({
    id: "cases.get",
    method: "GET",
    path: "/cases/:caseId",
    allow: "case.view",
    summary: "One case with its clocks, people, timeline, transfer and pauses",
    params,
    response: CaseView,
    versioned: true,
  }),
  listEvents: endpoint({
    id: "cases.listEvents",
    method: "GET",
    path: "/cases/:caseId/events",
    allow: "case.view",
    summary: "The timeline of a case, newest first",
    params,
    query: z.object(pageQuery),
    response: z.object({ items: z.array(CaseEvent), nextCursor: cursor.nullable() }),
  }),
  open: endpoint({
    id: "cases.open",
    method: "POST",
    path: "/accounts/:accountId/cases",
    allow: "case.open",
    summary: "Open a case; whoever takes it in answers for it until the customer is satisfied",
    params: z.object({ accountId: id }),
    body: z.object({
      kind: draft.kind,
      level: z.enum(caseLevels),
      title: draft.title,
      description: draft.description.default(""),
      channel: z.enum(caseChannels),
      personId: draft.personId.default(null),
      projectId: draft.projectId.default(null),
      productId: draft.productId.default(null),
      departmentId: draft.departmentId.default(null),
      complainedUserIds: draft.complainedUserIds.default([]),
      /** Who took the call; the one who enters it unless told. */
      firstResponderUserId: id.nullable().default(null),
      /** The answer to a survey it takes up; one case an answer. */
      sourceResponseId: id.nullable().default(null),
    }),
    response: CaseView,
    status: 201,
    versioned: true,
    idempotent: true,
  }),
  edit: endpoint({
    ...act,
    id: "cases.edit",
    method: "PATCH",
    path: "/cases/:caseId",
    summary: "Change what a case says (If-Match)",
    body: z.object({ ...draft, cause: z.enum(caseCauses).nullable() }).partial(),
  }),
  changeLevel: endpoint({
    ...act,
    id: "cases.changeLevel",
    method: "POST",
    path: "/cases/:caseId/level",
    summary:
      "Make a case more or less grave; its clocks are reckoned anew from its opening (If-Match)",
    body: z.object({ level: z.enum(caseLevels), reason: requiredText(500) }),
  }),
  reply: endpoint({
    ...act,
    id: "cases.reply",
    method: "POST",
    path: "/cases/:caseId/replies",
    summary: "Answer the customer; the first answer stops the reply clock (If-Match)",
    body: z.object({
      words: requiredText(5000),
      /** How it reached them; `by_mail` sends it to the person who raised the case. */
      sendMail: z.boolean().default(false),
    }),
  }),
  giveFeedback: endpoint({
    ...act,
    id: "cases.giveFeedback",
    method: "POST",
    path: "/cases/:caseId/feedback",
    summary: "Report to the customer how it stands; stops the feedback clock (If-Match)",
    body: z.object({ words: requiredText(5000), sendMail: z.boolean().default(false) }),
  }),
  note: endpoint({
    ...act,
    id: "cases.note",
    method: "POST",
    path: "/cases/:caseId/notes",
    summary: "Note something among ourselves (If-Match)",
    body: z.object({ words: requiredText(5000) }),
  }),
  offerTransfer: endpoint({
    ...act,
    id: "cases.offerTransfer",
    method: "POST",
    path: "/cases/:caseId/transfer",
    summary:
      "Offer the case to a colleague who sees the account; it changes hands when they accept (If-Match)",
    body: z.object({ toUserId: id, reason: requiredText(500) }),
  }),
  acceptTransfer: endpoint({
    ...act,
    id: "cases.acceptTransfer",
    method: "POST",
    path: "/cases/:caseId/transfer/accept",
    summary: "Take the case over (If-Match)",
  }),
  declineTransfer: endpoint({
    ...act,
    id: "cases.declineTransfer",
    method: "POST",
    path: "/cases/:caseId/transfer/decline",
    summary: "Do not take the case over (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  withdrawTransfer: endpoint({
    ...act,
    id: "cases.withdrawTransfer",
    method: "POST",
    path: "/cases/:caseId/transfer/withdraw",
    summary: "Take the offer back (If-Match)",
  }),
  assign: endpoint({
    ...act,
    id: "cases.assign",
    method: "POST",
    path: "/cases/:caseId/assign",
    allow: "case.direct",
    summary: "Give the case to somebody without asking them, for a reason (If-Match)",
    body: z.object({ userId: id, reason: requiredText(500) }),
  }),
  pause: endpoint({
    ...act,
    id: "cases.pause",
    method: "POST",
    path: "/cases/:caseId/pause",
    summary: "Stop the clocks until an instant, as the customer agreed (If-Match)",
    body: z.object({
      until: instant,
      reason: requiredText(500),
      /** Who of theirs agreed: a person on record, or else their name. */
      agreedByPersonId: id.nullable().default(null),
      agreedByName: text(100).default(""),
      agreedVia: z.enum(caseChannels),
      agreedAt: instant,
    }),
  }),
  resume: endpoint({
    ...act,
    id: "cases.resume",
    method: "POST",
    path: "/cases/:caseId/resume",
    summary: "Go on before the agreed end of the pause (If-Match)",
  }),
  escalate: endpoint({
    ...act,
    id: "cases.escalate",
    method: "POST",
    path: "/cases/:caseId/escalate",
    summary: "Take the case one step up the ladder by hand, for a reason (If-Match)",
    body: z.object({ reason: requiredText(500) }),
  }),
  markDuplicate: endpoint({
    ...act,
    id: "cases.markDuplicate",
    method: "POST",
    path: "/cases/:caseId/duplicate",
    summary: "It is the same as another case of the account, where work goes on (If-Match)",
    body: z.object({ ofCaseId: id }),
  }),
  solve: endpoint({
    ...act,
    id: "cases.solve",
    method: "POST",
    path: "/cases/:caseId/solve",
    summary: "Say that it is solved and how; the customer is asked to confirm (If-Match)",
    body: z.object({ solution: requiredText(5000), cause: z.enum(caseCauses) }),
  }),
};
