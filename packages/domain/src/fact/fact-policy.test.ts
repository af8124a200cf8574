import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { userRoles } from "../user/user-role.ts";
import { factClassesOf } from "./fact-class.ts";
import { factAbilities } from "./fact-policy.ts";

const actor = (role: Actor["role"], scopes: Actor["scopes"] = null): Actor => ({
  userId: "u",
  tenantId: "t",
  role,
  visibility: "all",
  teamUserIds: [],
  factClasses: factClassesOf(role, scopes),
  scopes,
});
const may = (role: Actor["role"], isPersonRestricted = false, scopes: Actor["scopes"] = null) =>
  Object.entries(factAbilities(actor(role, scopes), { class: "S", isPersonRestricted }))
    .filter(([, can]) => can)
    .map(([act]) => act)
    .join(" ");

test("who works with the person keeps facts, compliance looks and deletes, nobody else touches them", () => {
  expect(userRoles.map((role) => `${role}: ${may(role)}`)).toEqual([
    "manager: correct verify delete reveal",
    "director: correct verify delete reveal",
    "sponsor: ",
    "service: ",
    "analyst: ",
    "compliance: delete reveal",
    "admin: ",
  ]);
});

test("of a restricted person nothing may be changed, but deleted", () => {
  expect(may("manager", true)).toBe("delete reveal");
});

test("a token without the scope for personal facts may nothing", () => {
  expect(may("manager", false, ["read", "write"])).toBe("");
  expect(may("manager", false, ["personal"])).toBe("correct verify delete reveal");
});

test("only sensitive facts are revealed: the others are not masked", () => {
  const { reveal } = factAbilities(actor("manager"), { class: "P", isPersonRestricted: false });
  expect(reveal).toBe(false);
});
