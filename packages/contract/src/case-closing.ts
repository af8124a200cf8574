import { caseClosers, caseKinds, caseLevels, caseStatuses } from "@mainstay/domain/case/case-kind";
import { callBackOutcomes, callBackRefusals } from "@mainstay/domain/case-closing/call-back-rule";
import { closingVerdicts, closingWordsAtMost } from "@mainstay/domain/case-closing/closing-rule";
import { publicLinkPurposes } from "@mainstay/domain/public-link/public-link-purpose";
import { z } from "zod";
import { endpoint } from "./endpoint/endpoint.ts";
import {
  cursor,
  day,
  id,
  instant,
  named,
  nothing,
  pageQuery,
  share,
  text,
} from "./endpoint/wire.ts";
import { linkToken, localeShape } from "./session.ts";

const score = z.int().min(1).max(5);

/** What a customer has answered: is it solved, how satisfied, in what words. */
export const GivenWord = z.object({
  isResolved: z.boolean(),
  score: score.nullable(),
  words: z.string(),
  at: instant,
});
export type GivenWord = z.infer<typeof GivenWord>;

/** What a customer sees before confirming: their case and our solution; nothing of anybody else. */
export const ConfirmationView = z.object({
  handlerName: z.string(),
  locale: localeShape,
  noticePath: z.string().nullable(),
  number: z.int().positive(),
  kind: z.enum(caseKinds),
  title: z.string(),
  solution: z.string(),
  openedAt: instant,
  solvedAt: instant.nullable(),
  /** How often it was reopened before. */
  reopened: z.int().nonnegative(),
  /**
   * `open`: asked now; `answered`: by this very link; `closed`: the customer said so in another way; `working`: we are at it
   * again.
   */
  state: z.enum(["open", "answered", "closed", "working"]),
  answered: GivenWord.nullable(),
});
export type ConfirmationView = z.infer<typeof ConfirmationView>;

/** What somebody who does not sign in does about the solution of their case. */
export const publicLinks = {
  look: endpoint({
    id: "publicLinks.look",
    method: "POST",
    path: "/public-links/look",
    allow: "public",
    summary: "What a link is good for",
    body: z.object({ token: linkToken }),
    response: z.object({ purpose: z.enum(publicLinkPurposes), locale: localeShape }),
  }),
  confirmLook: endpoint({
    id: "publicLinks.confirmLook",
    method: "POST",
    path: "/public-cases/confirmation/look",
    allow: "public",
    summary: "The solution a customer is asked to confirm, or what they have answered",
    body: z.object({ token: linkToken }),
    response: ConfirmationView,
  }),
  confirm: endpoint({
    id: "publicLinks.confirm",
    method: "POST",
    path: "/public-cases/confirmation",
    allow: "public",
    summary:
      "Confirm a solution with a score, or say that it is not solved; once, the same answer again gives the same view",
    body: z.object({
      token: linkToken,
      isResolved: z.boolean(),
      score: score.nullish(),
      words: text(closingWordsAtMost).default(""),
    }),
    response: ConfirmationView,
  }),
};

/** One call back, reached or not. */
export const CallBackView = z.object({
  id,
  by: named,
  person: named.nullable(),
  calledAt: instant,
  outcome: z.enum(callBackOutcomes),
  isResolved: z.boolean().nullable(),
  score: score.nullable(),
  words: z.string(),
});
export type CallBackView = z.infer<typeof CallBackView>;

/** A link by which the customer may confirm; the secret itself is shown once, when it is made. */
export const ConfirmationLinkView = z.object({
  id,
  madeBy: named.nullable(),
  madeAt: instant,
  expiresAt: instant,
  openedAt: instant.nullable(),
  usedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  state: z.enum(["waiting", "used", "revoked", "expired"]),
});
export type ConfirmationLinkView = z.infer<typeof ConfirmationLinkView>;

/** How a case stands between solution and closing. */
export const CaseClosing = z.object({
  caseId: id,
  status: z.enum(caseStatuses),
  solvedAt: instant.nullable(),
  closedAt: instant.nullable(),
  closedBy: z.enum(caseClosers).nullable(),
  /** Whole days the customer's word has been waited for; null unless solved. */
  daysWaiting: z.int().nonnegative().nullable(),
  reminders: z.int().nonnegative(),
  reopened: z.int().nonnegative(),
  firstScore: score.nullable(),
  score: score.nullable(),
  verdict: z.enum(closingVerdicts).nullable(),
  /** What the customer said by their links, newest first. */
  answers: z.array(GivenWord.extend({ verdict: z.enum(closingVerdicts) })),
  links: z.array(ConfirmationLinkView),
  callBacks: z.array(CallBackView),
  /** Calls since the solution that reached nobody. */
  failedCalls: z.int().nonnegative(),
  /** Whom to ask: the customer's person who raised it. */
  person: named.nullable(),
  hasAddress: z.boolean(),
  can: z.object({
    ask: z.boolean(),
    callBack: z.boolean(),
    /** Why the reader may not call back. */
    callBackRefusal: z.enum(callBackRefusals).nullable(),
  }),
});
export type CaseClosing = z.infer<typeof CaseClosing>;

/** A case nobody has confirmed: 已解决,待客户确认. */
export const UnconfirmedRow = z.object({
  id,
  number: z.int().positive(),
  title: z.string(),
  level: z.enum(caseLevels),
  account: named,
  person: named.nullable(),
  handler: named.nullable(),
  firstResponder: named,
  solvedAt: instant,
  daysWaiting: z.int().nonnegative(),
  reminders: z.int().nonnegative(),
  failedCalls: z.int().nonnegative(),
  lastCalledAt: instant.nullable(),
  reopened: z.int().nonnegative(),
  can: z.object({ callBack: z.boolean() }),
});
export type UnconfirmedRow = z.infer<typeof UnconfirmedRow>;

const ofCase = z.object({ caseId: id });

export const caseClosings = {
  get: endpoint({
    id: "caseClosings.get",
    method: "GET",
    path: "/cases/:caseId/closing",
    allow: "case.view",
    summary: "How a case is being closed: links, answers, calls back",
    params: ofCase,
    response: CaseClosing,
  }),
  ask: endpoint({
    id: "caseClosings.ask",
    method: "POST",
    path: "/cases/:caseId/confirmation-links",
    allow: "case.work",
    summary:
      "Ask the customer to confirm the solution: mailed where there is an address, and shown once, to be handed over, to whoever had no part in the case",
    params: ofCase,
    response: z.object({
      linkId: id,
      /** `/c/#…`, relative to the address of the product; null for whoever had a part in the case. */
      path: z.string().nullable(),
      expiresAt: instant,
      isMailed: z.boolean(),
    }),
    status: 201,
  }),
  revoke: endpoint({
    id: "caseClosings.revoke",
    method: "DELETE",
    path: "/cases/:caseId/confirmation-links/:linkId",
    allow: "case.work",
    summary: "Take a link back that was not used",
    params: ofCase.extend({ linkId: id }),
    response: nothing,
    status: 204,
  }),
  callBack: endpoint({
    id: "caseClosings.callBack",
    method: "POST",
    path: "/cases/:caseId/call-backs",
    allow: "call_back.record",
    summary:
      "Record a call to the customer by somebody else than who worked on it: reached with a score closes or reopens, not reached is kept",
    params: ofCase,
    body: z.object({
      outcome: z.enum(callBackOutcomes),
      /** Now unless told; not before the solution, not in the future. */
      calledAt: instant.nullish(),
      personId: id.nullish(),
      isResolved: z.boolean().nullish(),
      score: score.nullish(),
      words: text(closingWordsAtMost).default(""),
    }),
    response: CaseClosing,
    status: 201,
  }),
  unconfirmed: endpoint({
    id: "caseClosings.unconfirmed",
    method: "GET",
    path: "/unconfirmed-cases",
    allow: "case.view",
    summary: "Cases solved and not confirmed, the longest waiting first",
    query: z.object({
      /** `callable`: those the reader may call about; `mine`: those I handled or answer for. */
      whose: z.enum(["all", "mine", "callable"]).default("all"),
      ...pageQuery,
    }),
    response: z.object({
      items: z.array(UnconfirmedRow),
      nextCursor: cursor.nullable(),
      total: z.int().nonnegative(),
    }),
  }),
  figures: endpoint({
    id: "caseClosings.figures",
    method: "GET",
    path: "/case-closings/figures",
    allow: "case.view",
    summary:
      "Of the cases solved in a period: how many the customer closed, by which way, and how many nobody confirmed",
    query: z.object({ from: day, to: day }),
    response: z.object({
      from: day,
      to: day,
      solved: z.int().nonnegative(),
      byCustomer: z.int().nonnegative(),
      byCallBack: z.int().nonnegative(),
      unconfirmed: z.int().nonnegative(),
      /** Solved in the period and open again, or closed at their second try and counted there. */
      reopened: z.int().nonnegative(),
      lukewarm: z.int().nonnegative(),
      /** Null where nothing was solved. */
      confirmedShare: share.nullable(),
      unconfirmedShare: share.nullable(),
    }),
  }),
};
