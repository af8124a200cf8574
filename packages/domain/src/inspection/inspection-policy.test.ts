import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { itemAbilities, mayInspect } from "./inspection-policy.ts";

const analyst: Actor = {
  userId: "me",
  tenantId: "t",
  role: "analyst",
  visibility: "all",
  teamUserIds: ["me"],
  factClasses: ["B"],
  scopes: null,
};

test("only an independent role that sees every customer inspects", () => {
  expect(mayInspect(analyst)).toBe(true);
  expect(mayInspect({ ...analyst, visibility: "team" })).toBe(false);
  expect(mayInspect({ ...analyst, role: "manager" })).toBe(false);
});

test("a drawn item is called about while it waits, by whoever had no hand in it", () => {
  const item = { status: "waiting", involvedUserIds: ["somebody", null] };
  expect(itemAbilities(analyst, item).callBack).toBe(true);
  expect(itemAbilities(analyst, { ...item, status: "done" }).callBack).toBe(false);
  expect(itemAbilities(analyst, { ...item, involvedUserIds: ["me"] }).callBack).toBe(false);
  expect(itemAbilities({ ...analyst, visibility: "own" }, item).callBack).toBe(false);
});
