import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { leavesNoAdmin, userAbilities } from "./user-policy.ts";

const admin: Actor = {
  userId: "a",
  tenantId: "t",
  role: "admin",
  visibility: "all",
  teamUserIds: ["a"],
  factClasses: ["B"],
  scopes: null,
};
const user = { id: "b", role: "manager" as const, isActive: true };

test("only an administrator manages colleagues", () => {
  expect(userAbilities(admin, user)).toEqual({
    edit: true,
    deactivate: true,
    invite: true,
    unlock: false,
    resetSecondFactor: false,
    endSessions: true,
  });
  expect(userAbilities({ ...admin, role: "director" }, user)).toEqual({
    edit: false,
    deactivate: false,
    invite: false,
    unlock: false,
    resetSecondFactor: false,
    endSessions: false,
  });
});

test("who is locked out may be let in, who lost a phone may start anew; one's own guard takes one's own password", () => {
  const guard = { isLockedOut: true, hasSecondFactor: true };
  expect(userAbilities(admin, user, guard)).toMatchObject({
    unlock: true,
    resetSecondFactor: true,
  });
  const self = userAbilities(admin, { ...user, id: "a" }, guard);
  expect(self).toMatchObject({ resetSecondFactor: false, endSessions: false });
  const other = userAbilities({ ...admin, role: "director" }, user, guard);
  expect(other).toMatchObject({ unlock: false, resetSecondFactor: false });
});

test("nobody closes their own access", () => {
  expect(userAbilities(admin, { ...user, id: "a" }).deactivate).toBe(false);
});

test("a token without the admin scope manages nobody", () => {
  expect(userAbilities({ ...admin, scopes: ["read", "write"] }, user).edit).toBe(false);
});

test("the last administrator keeps role and access", () => {
  const last = { id: "a", role: "admin" as const, isActive: true, hasPassword: true };
  expect(leavesNoAdmin(last, { role: "manager" }, 0)).toBe(true);
  expect(leavesNoAdmin(last, { isActive: false }, 0)).toBe(true);
  expect(leavesNoAdmin(last, { role: "manager" }, 1)).toBe(false);
  expect(leavesNoAdmin(last, { role: "admin" }, 0)).toBe(false);
  expect(leavesNoAdmin({ ...last, hasPassword: false }, { role: "manager" }, 0)).toBe(false);
  expect(leavesNoAdmin({ ...last, role: "manager" }, { isActive: false }, 0)).toBe(false);
});
