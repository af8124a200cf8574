import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { type FeedbackLoopStatus, feedbackLoopStatuses } from "./feedback-loop-status.ts";
import { type LoopFacts, loopAbilities, skipsStep } from "./loop-policy.ts";

const manager: Actor = {
  userId: "manager",
  tenantId: "t",
  role: "manager",
  visibility: "own",
  teamUserIds: ["manager"],
  factClasses: ["B"],
  scopes: null,
};
const team = {
  managerUserId: "manager",
  backupUserId: null,
  sponsorUserId: null,
  expertUserIds: [],
};
const facts: LoopFacts = {
  status: "open",
  ownerUserId: "manager",
  personId: "p",
  questionId: "q",
  askedAgainAt: null,
  dropAskedBy: null,
  complainedUserIds: [],
};
const can = (change: Partial<LoopFacts> = {}, actor = manager) =>
  loopAbilities(actor, team, { ...facts, ...change });

test("each step is open in its own state alone", () => {
  const steps = (status: FeedbackLoopStatus) => {
    const { contact, rectify, followUp, askAgain } = can({ status });
    return [contact, rectify, followUp, askAgain].filter(Boolean).length;
  };
  expect(feedbackLoopStatuses.map(steps)).toEqual([1, 1, 1, 1, 0, 0]);
  expect(can({ status: "followed_up" }).askAgain).toBe(true);
});

test("a step that leaves out another one is told from one that is past", () => {
  expect(skipsStep("rectify", "open")).toBe(true);
  expect(skipsStep("askAgain", "rectified")).toBe(true);
  expect(skipsStep("contact", "rectified")).toBe(false);
  expect(skipsStep("contact", "dropped")).toBe(false);
});

test("asked again is once, and only who gave the answer", () => {
  const status = "followed_up";
  expect(can({ status, askedAgainAt: new Date(0) }).askAgain).toBe(false);
  expect(can({ status, personId: null }).askAgain).toBe(false);
});

test("nobody drops one alone: who asked may take it back, somebody else decides", () => {
  expect(can()).toMatchObject({ drop: true, decideDrop: false, takeBackDrop: false });
  expect(can({ dropAskedBy: "manager" })).toMatchObject({
    drop: false,
    decideDrop: false,
    takeBackDrop: true,
  });
  const director: Actor = { ...manager, userId: "d", role: "director", visibility: "all" };
  expect(can({ dropAskedBy: "manager" }, director)).toMatchObject({ decideDrop: true });
});

test("who the complaint is about, who may not work on loops and who does not see the account can do nothing", () => {
  const none = Object.fromEntries(Object.keys(can()).map((act) => [act, false]));
  expect(can({ complainedUserIds: ["manager"] })).toEqual(none);
  expect(can({}, { ...manager, role: "analyst" })).toEqual(none);
  expect(can({}, { ...manager, userId: "x", teamUserIds: ["x"] })).toEqual(none);
});
