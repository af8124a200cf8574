import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { type CallBackFacts, whyNotCallBack } from "./call-back-rule.ts";

const actor = (more: Partial<Actor> = {}): Actor =>
  ({
    userId: "u-other",
    role: "service",
    scopes: null,
    visibility: "all",
    teamUserIds: [],
    factClasses: [],
    ...more,
  }) as unknown as Actor;
const facts: CallBackFacts = {
  status: "solved",
  firstResponderId: "u-first",
  handlerUserId: "u-handler",
  workedBy: ["u-before", "u-solver"],
  complainedUserIds: ["u-complained"],
  team: { managerUserId: "u-first", backupUserId: null, sponsorUserId: null, expertUserIds: [] },
};

test.each([
  ["u-other", null],
  ["u-first", "first_responder"],
  ["u-handler", "handler"],
  ["u-solver", "worked_on"],
  ["u-before", "worked_on"],
  ["u-complained", "complained_about"],
] as const)("only a different employee calls back: %s → %s", (userId, refusal) => {
  expect(whyNotCallBack(actor({ userId }), facts)).toBe(refusal);
});

test("nobody calls back without the right, without sight, or before there is a solution", () => {
  expect(whyNotCallBack(actor({ role: "admin" }), facts)).toBe("not_permitted");
  expect(whyNotCallBack(actor({ visibility: "own", teamUserIds: ["u-other"] }), facts)).toBe(
    "not_permitted",
  );
  for (const status of ["open", "paused", "closed", "duplicate"] as const)
    expect(whyNotCallBack(actor(), { ...facts, status })).toBe("not_solved");
});
