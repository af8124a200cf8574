import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";

/** What the actor may do with the team of an account; travels with the record. */
export const teamAbilities = (actor: Actor, team: AccountTeamFacts) => ({
  edit: seesAccount(actor, team) && isPermitted(actor, "team.edit"),
});
