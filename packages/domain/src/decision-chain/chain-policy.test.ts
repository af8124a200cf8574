import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { factClassesOf } from "../fact/fact-class.ts";
import { userRoles } from "../user/user-role.ts";
import { chainAbilities, mayStrike } from "./chain-policy.ts";

const actor = (role: Actor["role"], scopes: Actor["scopes"] = null): Actor => ({
  userId: "me",
  tenantId: "t",
  role,
  visibility: "all",
  teamUserIds: ["me"],
  factClasses: factClassesOf(role, scopes),
  scopes,
});
const team = { managerUserId: null, backupUserId: null, sponsorUserId: null, expertUserIds: [] };
const free = { noProfiling: false, isRestricted: false, isPlaceholder: false };

test("managers and directors set roles; they and sponsors judge; nobody else does either", () => {
  const able = (act: "setRole" | "assessStance") =>
    userRoles.filter((role) => chainAbilities(actor(role), team, free)[act]);
  expect(able("setRole")).toEqual(["manager", "director"]);
  expect(able("assessStance")).toEqual(["manager", "director", "sponsor"]);
});

test("nobody judges who objected or whose use is restricted; a role stays settable for who objected", () => {
  for (const facts of [{ noProfiling: true }, { isRestricted: true }]) {
    const can = chainAbilities(actor("director"), team, { ...free, ...facts });
    expect([can.assessStance, can.assessInfluence, can.assessStyle, can.pair]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  }
  expect(chainAbilities(actor("director"), team, { ...free, noProfiling: true }).setRole).toBe(
    true,
  );
  expect(chainAbilities(actor("director"), team, { ...free, isRestricted: true }).setRole).toBe(
    false,
  );
});

test("a placeholder has a role and a weight, but no opinion", () => {
  const can = chainAbilities(actor("manager"), team, { ...free, isPlaceholder: true });
  expect(can).toEqual({
    setRole: true,
    assessStance: false,
    assessInfluence: true,
    assessStyle: false,
    pair: false,
  });
});

test("an account out of sight and a token without the personal scope allow nothing", () => {
  const own = { ...actor("manager"), visibility: "own" as const };
  expect(Object.values(chainAbilities(own, team, free))).not.toContain(true);
  expect(chainAbilities(actor("manager", ["read", "write"]), team, free).assessStance).toBe(false);
});

test("a judgement is struck by who made it or by a director", () => {
  expect(mayStrike(actor("manager"), "me")).toBe(true);
  expect(mayStrike(actor("manager"), "other")).toBe(false);
  expect(mayStrike(actor("director"), "other")).toBe(true);
  expect(mayStrike(actor("compliance"), "me")).toBe(false);
});
