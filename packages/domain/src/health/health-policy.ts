import { type AccountTeamFacts, seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/** Who may move a score by hand: managers and directors who see the account. */
export const healthAbilities = (actor: Actor, team: AccountTeamFacts) => ({
  adjust: seesAccount(actor, team) && isPermitted(actor, "health.adjust"),
});
