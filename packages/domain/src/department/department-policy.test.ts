import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { departmentAbilities } from "./department-policy.ts";

const admin: Actor = {
  userId: "a",
  tenantId: "t",
  role: "admin",
  visibility: "all",
  teamUserIds: ["a"],
  factClasses: ["B"],
  scopes: null,
};

test("only an administrator changes departments, and removes only an empty one", () => {
  expect(departmentAbilities(admin, { isEmpty: true })).toEqual({ edit: true, remove: true });
  expect(departmentAbilities(admin, { isEmpty: false })).toEqual({ edit: true, remove: false });
  const director = { ...admin, role: "director" as const };
  expect(departmentAbilities(director, { isEmpty: true })).toEqual({ edit: false, remove: false });
});
