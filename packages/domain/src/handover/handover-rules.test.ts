import { expect, test } from "vitest";
import { handoverDueAt, isHandoverOverdue } from "./handover-clock.ts";
import { handoverItemKeys, handoverItems } from "./handover-item.ts";
import {
  type AccountCare,
  answerToLeaving,
  type ContactWeight,
  isCaredFor,
  isKeyContact,
} from "./key-contact.ts";

const nobody: ContactWeight = {
  hasBuyingRole: false,
  influence: null,
  isOnlyThread: false,
  twoWayContactsIn12Months: 0,
};
const plain: AccountCare = {
  hasManager: true,
  segment: "maintain",
  grade: "base",
  isInProgramme: false,
  hasStage: false,
};

test("each single weight makes a key contact; influence counts from 3 on, none at all makes none", () => {
  expect(isKeyContact(nobody)).toBe(false);
  expect(isKeyContact({ ...nobody, influence: 2 })).toBe(false);
  for (const weight of [
    { hasBuyingRole: true },
    { influence: 3 },
    { isOnlyThread: true },
    { twoWayContactsIn12Months: 1 },
  ])
    expect(isKeyContact({ ...nobody, ...weight }), JSON.stringify(weight)).toBe(true);
});

test("an account is cared for by segment, grade, programme or stage, never without a manager", () => {
  expect(isCaredFor(plain)).toBe(false);
  for (const care of [
    { segment: "core" },
    { segment: "high_potential" },
    { grade: "strategic" },
    { grade: "key" },
    { isInProgramme: true },
    { hasStage: true },
  ] as Partial<AccountCare>[]) {
    expect(isCaredFor({ ...plain, ...care }), JSON.stringify(care)).toBe(true);
    expect(isCaredFor({ ...plain, ...care, hasManager: false })).toBe(false);
  }
});

test("a leaving is answered by a handover, a task or nothing", () => {
  const key = { ...nobody, hasBuyingRole: true };
  const cared: AccountCare = { ...plain, segment: "core" };
  expect(answerToLeaving(key, cared, "left_company")).toBe("handover");
  expect(answerToLeaving(key, plain, "retired")).toBe("task");
  expect(answerToLeaving(nobody, cared, "left_company")).toBe("nothing");
  expect(answerToLeaving(key, cared, "entered_by_mistake")).toBe("nothing");
});

test("the clock runs out exactly 24 hours after the start, and once noted it stays so whatever a clock says", () => {
  const startedAt = new Date("2026-11-23T02:00:00Z");
  const dueAt = handoverDueAt(startedAt);
  const at = (text: string) => new Date(text);
  const open = { status: "open", dueAt, overdueAt: null } as const;
  expect(dueAt.toISOString()).toBe("2026-11-24T02:00:00.000Z");
  expect(isHandoverOverdue(open, at("2026-11-24T01:59:59Z"))).toBe(false);
  expect(isHandoverOverdue(open, at("2026-11-24T02:00:00Z"))).toBe(true);
  expect(isHandoverOverdue({ ...open, overdueAt: dueAt }, startedAt)).toBe(true);
  expect(isHandoverOverdue({ ...open, status: "accepted", overdueAt: dueAt }, dueAt)).toBe(false);
});

test("every item of a checklist is known, stands once, and either side has mandatory ones", () => {
  const keys = [...handoverItems.theirs, ...handoverItems.ours].map(({ key }) => key);
  expect(keys.toSorted()).toEqual([...handoverItemKeys].toSorted());
  for (const items of Object.values(handoverItems))
    expect(items.some(({ isMandatory }) => isMandatory)).toBe(true);
});
