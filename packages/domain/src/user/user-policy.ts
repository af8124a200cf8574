import type { Actor } from "../access/actor.ts";
import { isPermitted } from "../access/permission.ts";
import type { UserRole } from "./user-role.ts";

export interface UserFacts {
  readonly id: string;
  readonly role: UserRole;
  readonly isActive: boolean;
}

/** How a colleague's sign-in stands. */
export interface UserGuardFacts {
  readonly isLockedOut: boolean;
  /** An authenticator or a passkey. */
  readonly hasSecondFactor: boolean;
}

/**
 * What the actor may do with a colleague; travels with the record. Nobody closes their own access, and nobody takes
 * their own second factor away without the password that the settings of one's own ask for.
 */
export const userAbilities = (
  actor: Actor,
  user: UserFacts,
  guard: UserGuardFacts = { isLockedOut: false, hasSecondFactor: false },
) => {
  const manages = isPermitted(actor, "user.manage");
  return {
    edit: manages,
    deactivate: manages && user.isActive && user.id !== actor.userId,
    invite: manages && user.isActive && user.id !== actor.userId,
    unlock: manages && guard.isLockedOut,
    resetSecondFactor: manages && guard.hasSecondFactor && user.id !== actor.userId,
    endSessions: manages && user.id !== actor.userId,
  };
};

/**
 * Whether a change would leave the workspace without an administrator. `otherAdmins` counts active administrators
 * who have a password, without this user.
 */
export const leavesNoAdmin = (
  user: UserFacts & { readonly hasPassword: boolean },
  change: { role?: UserRole; isActive?: boolean },
  otherAdmins: number,
): boolean => {
  if (user.role !== "admin" || !user.isActive || !user.hasPassword) return false;
  const staysAdmin = (change.role ?? "admin") === "admin" && (change.isActive ?? true);
  return !staysAdmin && otherAdmins === 0;
};
