import type { AccountTeamFacts } from "../account/account-policy.ts";
import { seesAccount } from "../account/account-policy.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { ProjectStatus } from "./project-status.ts";

/** What the actor may do with a project in its present state; travels with the record. */
export const projectAbilities = (actor: Actor, team: AccountTeamFacts, status: ProjectStatus) => {
  const edits = seesAccount(actor, team) && isPermitted(actor, "project.edit");
  return { rename: edits, end: edits && status === "open" };
};
