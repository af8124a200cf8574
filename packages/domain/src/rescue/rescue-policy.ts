import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { RescueOfferStatus, RescueStatus } from "./rescue-kind.ts";

/** What the actor may do with a rescue in its present state; travels with the record. */
export const rescueAbilities = (actor: Actor, team: AccountTeamFacts, status: RescueStatus) => {
  const works = seesAccount(actor, team) && isPermitted(actor, "rescue.work");
  const runs = works && status === "running";
  return { edit: runs, offer: runs, addTask: runs, close: runs };
};

/** What may be done with an offer now; only while its rescue runs. */
export const rescueOfferAbilities = (worksOnRescue: boolean, status: RescueOfferStatus) => ({
  make: worksOnRescue && status === "ready",
  answer: worksOnRescue && status === "made",
  withdraw: worksOnRescue && (status === "waiting" || status === "ready" || status === "made"),
});

/** Whether an offer of this cost needs a second person's word. */
export const needsApproval = (costMinor: number, approvalFromMinor: number): boolean =>
  costMinor >= approvalFromMinor && costMinor > 0;
