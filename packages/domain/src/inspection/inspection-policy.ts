import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";

/**
 * Whether somebody may announce and draw inspections: an independent role (analyst, compliance) that sees every customer, so
 * that the sample is of the whole and not of what they happen to see.
 */
export const mayInspect = (actor: Actor): boolean =>
  isPermitted(actor, "inspection.run") && actor.visibility === "all";

/** Who may not call about a drawn item: whoever had a hand in it. */
export const isIndependent = (
  userId: string,
  involvedUserIds: readonly (string | null)[],
): boolean => !involvedUserIds.includes(userId);

export const itemAbilities = (
  actor: Actor,
  item: { readonly status: string; readonly involvedUserIds: readonly (string | null)[] },
) => ({
  callBack:
    mayInspect(actor) &&
    item.status === "waiting" &&
    isIndependent(actor.userId, item.involvedUserIds),
});
