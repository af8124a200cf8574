import { expect, it } from "vitest";
import type { Actor } from "../access/actor.ts";
import type { ImportStatus } from "./import-kind.ts";
import { importAbilities } from "./import-policy.ts";

const actor = (role: Actor["role"], visibility: Actor["visibility"]) =>
  ({ role, visibility, scopes: null }) as unknown as Actor;
const may = (who: Actor, status: ImportStatus, isMapped = true, source = "file") =>
  Object.entries(importAbilities(who, { status, isMapped, source })).flatMap(([name, can]) =>
    can ? [name] : [],
  );
const admin = actor("admin", "all");

it("each state of a batch allows its own next steps, and none while a job is under way", () => {
  expect(may(admin, "uploaded")).toEqual(["map", "check", "discard"]);
  expect(may(admin, "uploaded", false)).toEqual(["map", "discard"]);
  expect(may(admin, "checked")).toEqual(["map", "check", "commit", "discard"]);
  expect(may(admin, "committed")).toEqual(["undo"]);
  expect(may(admin, "failed")).toEqual(["retry"]);
  for (const status of ["checking", "committing", "undoing", "undone"] as const)
    expect(may(admin, status)).toEqual([]);
});

it("who sees only their own accounts, or may not import, can do nothing", () => {
  expect(may(actor("admin", "own"), "checked")).toEqual([]);
  expect(may(actor("manager", "all"), "checked")).toEqual([]);
});
