import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { FeedbackLoopStatus } from "./feedback-loop-status.ts";

/** What of a loop decides who may do what with it now. */
export interface LoopFacts {
  readonly status: FeedbackLoopStatus;
  readonly ownerUserId: string | null;
  readonly personId: string | null;
  readonly questionId: string | null;
  readonly askedAgainAt: Date | null;
  /** Who wants to drop it and waits for a second pair of eyes. */
  readonly dropAskedBy: string | null;
  readonly complainedUserIds: readonly string[];
}

/** The way of a loop; each step follows the one before and none is left out. */
export const loopSteps = ["contact", "rectify", "followUp", "askAgain"] as const;
export type LoopStep = (typeof loopSteps)[number];

const takenFrom: Readonly<Record<LoopStep, FeedbackLoopStatus>> = {
  contact: "open",
  rectify: "contacted",
  followUp: "rectified",
  askAgain: "followed_up",
};

const isOver = (status: FeedbackLoopStatus) => status === "remeasured" || status === "dropped";

/**
 * Whether a step would leave out another one: the customer has not been spoken with yet, nothing was put right yet, or
 * nobody looked after it yet. False for a step that is simply past.
 */
export const skipsStep = (step: LoopStep, status: FeedbackLoopStatus): boolean => {
  if (isOver(status)) return false;
  const at = loopSteps.findIndex((one) => takenFrom[one] === status);
  return loopSteps.indexOf(step) > at;
};

/**
 * What the actor may do with a loop in its present state; travels with the record. Whoever the complaint is about works on
 * it in no way, and nobody drops one alone: somebody else than who asked agrees or not.
 */
export const loopAbilities = (actor: Actor, team: AccountTeamFacts, loop: LoopFacts) => {
  const works =
    seesAccount(actor, team) &&
    isPermitted(actor, "feedback_loop.work") &&
    !loop.complainedUserIds.includes(actor.userId);
  const runs = works && !isOver(loop.status);
  const asksDrop = loop.dropAskedBy !== null;
  return {
    contact: runs && loop.status === "open",
    rectify: runs && loop.status === "contacted",
    followUp: runs && loop.status === "rectified",
    askAgain:
      runs &&
      loop.status === "followed_up" &&
      loop.personId !== null &&
      loop.questionId !== null &&
      loop.askedAgainAt === null,
    give: runs,
    drop: runs && !asksDrop,
    decideDrop: runs && asksDrop && loop.dropAskedBy !== actor.userId,
    takeBackDrop: runs && asksDrop && loop.dropAskedBy === actor.userId,
  };
};
