import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { MembershipStatus } from "./membership-status.ts";

/** What the actor may do with a membership they see; travels with the record. */
export const membershipAbilities = (
  actor: Actor,
  membership: { readonly status: MembershipStatus; readonly isExitAsked: boolean },
) => {
  const works = isPermitted(actor, "programme.nominate") && membership.status === "active";
  return { review: works, askExit: works && !membership.isExitAsked };
};
