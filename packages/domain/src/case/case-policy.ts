import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { CaseStatus } from "./case-kind.ts";

/** What decides who may work on a case. */
export interface CaseFacts {
  readonly status: CaseStatus;
  readonly firstResponderId: string;
  readonly handlerUserId: string | null;
  readonly complainedUserIds: readonly string[];
  /** An interim report is promised and not yet given. */
  readonly needsFeedback: boolean;
  readonly escalationLevel: number;
  /** The handler offered the case to somebody who has not answered. */
  readonly transfer: { readonly toUserId: string; readonly offeredBy: string | null } | null;
  readonly team: AccountTeamFacts;
}

/**
 * What the actor may do with a case; travels with the record. Whoever sees the account and works on cases answers, notes and
 * escalates; its handler, its first responder and those who direct also change its level, pause, solve and pass it on. Whoever
 * the complaint is about does nothing to it. Nobody here closes it: only the customer does (`case-closing`).
 */
export const caseAbilities = (actor: Actor, facts: CaseFacts) => {
  const { status, transfer } = facts;
  const works =
    seesAccount(actor, facts.team) &&
    isPermitted(actor, "case.work") &&
    !facts.complainedUserIds.includes(actor.userId);
  const directs = works && isPermitted(actor, "case.direct");
  const concerned =
    directs || (works && [facts.firstResponderId, facts.handlerUserId].includes(actor.userId));
  const running = status === "open" || status === "paused";
  return {
    /** Notes, attachments, costs, links to other records: as long as it is not a duplicate. */
    note: works && status !== "duplicate",
    edit: works && status !== "duplicate",
    reply: works && (running || status === "solved"),
    giveFeedback: works && running && facts.needsFeedback,
    changeLevel: concerned && running,
    offerTransfer: concerned && running && transfer === null,
    answerTransfer: works && running && transfer?.toUserId === actor.userId,
    withdrawTransfer:
      running && transfer !== null && (directs || (works && transfer.offeredBy === actor.userId)),
    assign: directs && running,
    pause: concerned && status === "open",
    resume: concerned && status === "paused",
    escalate: works && running && facts.escalationLevel < 3,
    markDuplicate: concerned && running,
    solve: concerned && running,
  };
};

/** Whether the actor may open a case at the account. */
export const mayOpenCase = (actor: Actor, team: AccountTeamFacts): boolean =>
  seesAccount(actor, team) && isPermitted(actor, "case.open");
