import fc from "fast-check";
import { expect, test } from "vitest";
import type { Actor } from "../access/actor.ts";
import { userRoles } from "../user/user-role.ts";
import { type CaseFacts, caseAbilities, mayOpenCase } from "./case-policy.ts";
import { caseStatuses } from "./case-kind.ts";

const actor = (more: Partial<Actor> = {}): Actor => ({
  userId: "me",
  tenantId: "t",
  role: "service",
  visibility: "all",
  teamUserIds: ["me"],
  factClasses: ["B"],
  scopes: null,
  ...more,
});
const team = {
  managerUserId: "manager",
  backupUserId: null,
  sponsorUserId: null,
  expertUserIds: [],
};
const facts: CaseFacts = {
  status: "open",
  firstResponderId: "first",
  handlerUserId: "handler",
  complainedUserIds: [],
  needsFeedback: true,
  escalationLevel: 0,
  transfer: null,
  team,
};
const can = (who: Actor, more: Partial<CaseFacts> = {}) =>
  caseAbilities(who, { ...facts, ...more });

test("whoever works on cases and sees the account answers and notes; handler, first responder and those who direct decide", () => {
  expect(can(actor())).toMatchObject({
    reply: true,
    note: true,
    escalate: true,
    solve: false,
    pause: false,
  });
  for (const who of [
    actor({ userId: "first" }),
    actor({ userId: "handler" }),
    actor({ role: "director" }),
  ])
    expect(can(who)).toMatchObject({
      solve: true,
      pause: true,
      changeLevel: true,
      offerTransfer: true,
    });
  const paused = { status: "paused" } as const;
  expect(can(actor(), paused).resume).toBe(false);
  expect(can(actor({ userId: "handler" }), paused).resume).toBe(true);
  expect(can(actor()).markDuplicate).toBe(false);
  expect(can(actor({ userId: "first" })).markDuplicate).toBe(true);
  expect(can(actor({ role: "director" }), { escalationLevel: 2 }).escalate).toBe(true);
  expect(can(actor({ role: "director" }), { escalationLevel: 3 }).escalate).toBe(false);
  expect(can(actor()).assign).toBe(false);
  expect(can(actor({ role: "director" })).assign).toBe(true);
});

test("an offer is answered by whom it is for alone, and taken back by who made it or directs", () => {
  const transfer = { toUserId: "me", offeredBy: "handler" };
  expect(can(actor(), { transfer })).toMatchObject({
    answerTransfer: true,
    withdrawTransfer: false,
  });
  expect(can(actor({ userId: "handler" }), { transfer })).toMatchObject({
    answerTransfer: false,
    withdrawTransfer: true,
    offerTransfer: false,
  });
});

test("who does not see the account, works not on cases, comes with a reading token or is complained about can do nothing", () => {
  const powerless = [
    [actor({ role: "manager", visibility: "own" }), {}],
    [actor({ role: "analyst" }), {}],
    [actor({ role: "director", scopes: ["read"] }), {}],
    [actor({ role: "director" }), { complainedUserIds: ["me"], handlerUserId: "other" }],
  ] as const;
  for (const [who, more] of powerless) expect(Object.values(can(who, more))).not.toContain(true);
  expect(mayOpenCase(actor({ role: "admin" }), team)).toBe(true);
  expect(mayOpenCase(actor({ role: "manager", visibility: "own" }), team)).toBe(false);
});

test("nothing moves a case that is over; what is solved may still be answered and noted on; nobody here closes", () => {
  fc.assert(
    fc.property(fc.constantFrom(...caseStatuses), fc.constantFrom(...userRoles), (status, role) => {
      const { note, edit, reply, ...moving } = can(actor({ role, userId: "handler" }), { status });
      if (status === "solved" || status === "closed" || status === "duplicate")
        expect(Object.values(moving)).not.toContain(true);
      if (status === "duplicate") expect([note, edit, reply]).not.toContain(true);
      if (status === "closed") expect(reply).toBe(false);
    }),
  );
});
