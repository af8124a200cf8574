import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { NeedState } from "./need-kind.ts";
import { nextNeedStates } from "./need-path.ts";

/** Whether the actor may note a need at an account. */
export const mayNoteNeed = (actor: Actor, team: AccountTeamFacts): boolean =>
  seesAccount(actor, team) && isPermitted(actor, "need.edit");

/** What the actor may do with a need in its present state; travels with the record. */
export const needAbilities = (actor: Actor, team: AccountTeamFacts, state: NeedState) => {
  const works = mayNoteNeed(actor, team);
  return {
    edit: works && state !== "declined",
    steps: works ? [...nextNeedStates(state)].filter((to) => to !== "declined") : [],
    decline: works && nextNeedStates(state).includes("declined"),
  };
};
