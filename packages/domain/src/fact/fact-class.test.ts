import { expect, test } from "vitest";
import { tokenScopes } from "../access/token-scope.ts";
import { userRoles } from "../user/user-role.ts";
import { factClassesOf, seesRestrictedPersons } from "./fact-class.ts";

test("who works with the person has all classes, the sponsor no sensitive facts, the rest business only", () => {
  expect(userRoles.map((role) => `${role} ${factClassesOf(role, null).join("")}`)).toEqual([
    "manager BPS",
    "director BPS",
    "sponsor BP",
    "service B",
    "analyst B",
    "compliance BPS",
    "admin B",
  ]);
});

test("a token has business facts only, whatever it may do, unless it carries the scope for personal ones", () => {
  const others = tokenScopes.filter((scope) => scope !== "personal");
  for (const role of userRoles) {
    expect(factClassesOf(role, others)).toEqual(["B"]);
    expect(factClassesOf(role, ["personal"])).toEqual(factClassesOf(role, null));
  }
});

test("restricted persons are in sight of compliance alone", () => {
  expect(userRoles.filter((role) => seesRestrictedPersons(role, null))).toEqual(["compliance"]);
  expect(seesRestrictedPersons("compliance", ["read"])).toBe(false);
  expect(seesRestrictedPersons("compliance", ["read", "personal"])).toBe(true);
});
