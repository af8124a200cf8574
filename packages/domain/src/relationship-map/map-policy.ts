import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";

/** What the actor may do on the map of an account; travels with it. */
export const mapAbilities = (actor: Actor, team: AccountTeamFacts) => {
  const sees = seesAccount(actor, team);
  return {
    edit: sees && isPermitted(actor, "map.edit"),
    addPerson: sees && isPermitted(actor, "person.edit"),
    seeProfiles: actor.factClasses.includes("P"),
    arrangeShared: sees && isPermitted(actor, "map.edit"),
  };
};
