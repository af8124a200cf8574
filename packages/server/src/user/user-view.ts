import type { UserView } from "@mainstay/contract/user";
import type { Actor } from "@mainstay/domain/access/actor";
import { isPermitted } from "@mainstay/domain/access/permission";
import { userAbilities } from "@mainstay/domain/user/user-policy";
import type { UserRecord } from "./user-queries.ts";

export const presentUser = (actor: Actor, user: UserRecord, now: Date): UserView => ({
  id: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  visibility: user.visibility,
  department: user.department,
  guard: isPermitted(actor, "user.manage")
    ? { hasSecondFactor: user.hasSecondFactor, passkeys: user.passkeys }
    : null,
  status: !user.isActive ? "inactive" : user.hasPassword || user.isLinked ? "active" : "invited",
  isLockedOut: user.lockedUntil !== null && user.lockedUntil > now,
  version: user.version,
  createdAt: user.createdAt.toISOString(),
  can: userAbilities(actor, user, {
    isLockedOut: user.lockedUntil !== null && user.lockedUntil > now,
    hasSecondFactor: user.hasSecondFactor || user.passkeys > 0,
  }),
});
