import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { PromiseStatus } from "./promise-status.ts";

/** Whether the actor may note what was promised to an account. */
export const mayGivePromise = (actor: Actor, team: AccountTeamFacts): boolean =>
  seesAccount(actor, team) && isPermitted(actor, "promise.edit");

/** What the actor may do with a promise as it stands; travels with the record. A promise that was kept may be sent back. */
export const promiseAbilities = (actor: Actor, team: AccountTeamFacts, status: PromiseStatus) => {
  const works = mayGivePromise(actor, team);
  const isOpen = works && status === "open";
  return {
    edit: isOpen,
    keep: isOpen,
    move: isOpen,
    sendBack: works && status === "kept",
    break: isOpen,
    withdraw: isOpen,
  };
};
