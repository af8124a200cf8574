import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { CaseStatus } from "../case/case-kind.ts";

export const callBackOutcomes = ["reached", "not_reached"] as const;
export type CallBackOutcome = (typeof callBackOutcomes)[number];

/** After so many calls that reached nobody a case is marked as not to be reached; it stays unconfirmed. */
export const failedCallsShown = 3;

/** Why somebody may not be the one who calls back. */
export const callBackRefusals = [
  "not_permitted",
  "not_solved",
  "first_responder",
  "handler",
  "worked_on",
  "complained_about",
] as const;
export type CallBackRefusal = (typeof callBackRefusals)[number];

/** Who had a hand in a case. */
export interface CallBackFacts {
  readonly status: CaseStatus;
  readonly firstResponderId: string;
  readonly handlerUserId: string | null;
  /** Everybody who ever handled it or wrote a solution, however often it changed hands. */
  readonly workedBy: readonly string[];
  readonly complainedUserIds: readonly string[];
  readonly team: AccountTeamFacts;
}

/**
 * Why the actor may not record a call-back for a case; null when they may. Only a different employee asks: neither the first
 * responder, who answers for it, nor its handler, nor who handled it before or wrote a solution, nor anybody it complains about.
 * Source: S2.
 */
export const whyNotCallBack = (actor: Actor, facts: CallBackFacts): CallBackRefusal | null => {
  if (!isPermitted(actor, "call_back.record") || !seesAccount(actor, facts.team))
    return "not_permitted";
  if (facts.status !== "solved") return "not_solved";
  return involvementOf(actor.userId, facts);
};

/** What part somebody had in a case, so that their word on it would not be independent; null when none. */
export const involvementOf = (
  userId: string,
  facts: Pick<
    CallBackFacts,
    "firstResponderId" | "handlerUserId" | "workedBy" | "complainedUserIds"
  >,
): "first_responder" | "handler" | "worked_on" | "complained_about" | null => {
  if (facts.complainedUserIds.includes(userId)) return "complained_about";
  if (facts.firstResponderId === userId) return "first_responder";
  if (facts.handlerUserId === userId) return "handler";
  return facts.workedBy.includes(userId) ? "worked_on" : null;
};
