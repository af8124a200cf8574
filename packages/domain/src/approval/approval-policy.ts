import { standInOf } from "../absence/stand-in.ts";
import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { UserRole } from "../user/user-role.ts";
import type { ApprovalStatus } from "./approval-kind.ts";
import { type ApproverRole, mayDecideApprovals } from "./approver-role.ts";

/** What decides who may decide. */
export interface ApprovalFacts {
  readonly requestedBy: string;
  readonly approverUserId: string | null;
  readonly approverRole: ApproverRole;
}

/** Who works here today. `sees`: the user sees the account the approval concerns (true where it concerns none). */
export interface DecidingWorld {
  readonly colleagues: ReadonlyMap<string, { readonly role: UserRole; readonly isActive: boolean }>;
  readonly away: ReadonlyMap<string, string>;
  readonly sees: (userId: string) => boolean;
}

const mayDecideIn = (world: DecidingWorld) => (userId: string) => {
  const colleague = world.colleagues.get(userId);
  return colleague !== undefined && colleague.isActive && mayDecideApprovals(colleague.role);
};

/**
 * Whose decision it is. The named approver's, as long as they or somebody in their place can make it; else anybody's of the
 * role who sees the account. Where the role has nobody but the one who asks, the administrators': nothing waits for ever.
 */
export const deciders = (approval: ApprovalFacts, world: DecidingWorld): string[] => {
  const mayDecide = mayDecideIn(world);
  const { approverUserId, requestedBy } = approval;
  if (approverUserId !== null && approverUserId !== requestedBy && mayDecide(approverUserId)) {
    const present = standInOf(approverUserId, world.away, mayDecide);
    if (present !== null && present !== requestedBy) return [approverUserId];
  }
  const holders = (role: UserRole) =>
    [...world.colleagues]
      .filter(
        ([id, one]) => one.role === role && id !== requestedBy && mayDecide(id) && world.sees(id),
      )
      .map(([id]) => id);
  const ofRole = holders(approval.approverRole);
  return ofRole.length > 0 ? ofRole : holders("admin");
};

/** Who can decide today: the deciders who are there and whoever stands in for those who are away; never who asked. */
export const presentDeciders = (approval: ApprovalFacts, world: DecidingWorld): string[] => {
  const present = deciders(approval, world)
    .map((id) => standInOf(id, world.away, mayDecideIn(world)))
    .filter((id): id is string => id !== null && id !== approval.requestedBy);
  return [...new Set(present)];
};

/**
 * In whose name this user may decide: their own, or that of somebody away whose place they take. Null when it is not theirs.
 * Nobody decides what they asked for themselves, not even in somebody's place.
 */
export const decidesFor = (
  approval: ApprovalFacts,
  userId: string,
  world: DecidingWorld,
): string | null => {
  if (userId === approval.requestedBy) return null;
  const all = deciders(approval, world);
  if (all.includes(userId)) return userId;
  return all.find((id) => standInOf(id, world.away, mayDecideIn(world)) === userId) ?? null;
};

/** What the actor may do with an approval; travels with the record. */
export const approvalAbilities = (
  actor: Actor,
  approval: ApprovalFacts & { readonly status: ApprovalStatus },
  /** In whose name the actor may decide; see `decidesFor`. */
  decidingFor: string | null,
) => {
  const isPending = approval.status === "pending";
  const isMine = approval.requestedBy === actor.userId;
  return {
    decide: isPending && decidingFor !== null && isPermitted(actor, "approval.decide"),
    withdraw: isPending && isMine && isPermitted(actor, "approval.request"),
    remind:
      isPending &&
      (isMine || isPermitted(actor, "portfolio.oversee")) &&
      isPermitted(actor, "approval.request"),
  };
};
