import fc from "fast-check";
import { expect, test } from "vitest";
import { shippedClockSetting } from "./case-clock-setting.ts";
import { climb, type EscalationFacts, nextEscalation } from "./escalation.ts";
import { pickFirstResponder } from "./first-responder.ts";

const calendar = {
  zone: "Asia/Shanghai",
  different: new Map(),
  opensAtMinute: 540,
  closesAtMinute: 1080,
};
const at = (text: string) => new Date(`${text}+08:00`);
const facts: EscalationFacts = {
  level: "general",
  status: "open",
  clockFromAt: at("2026-11-19T10:00:00"),
  replyDueAt: at("2026-11-20T10:00:00"),
  feedbackDueAt: null,
  solveDueAt: at("2026-11-23T10:00:00"),
  repliedAt: null,
  feedbackAt: null,
  solvedAt: null,
  escalationLevel: 0,
  escalatedAt: null,
  modes: {},
  pauses: [],
};
const next = (more: Partial<EscalationFacts>) =>
  nextEscalation({ ...facts, ...more }, shippedClockSetting, calendar);

test("the manager hears when the first clock that still runs is out, of an urgent case at half of it", () => {
  expect(next({})).toEqual({ level: 1, at: facts.replyDueAt, because: "overdue", clock: "reply" });
  expect(next({ repliedAt: facts.clockFromAt })).toMatchObject({
    at: facts.solveDueAt,
    clock: "solve",
  });
  expect(next({ level: "urgent", replyDueAt: at("2026-11-19T12:00:00") })).toMatchObject({
    at: at("2026-11-19T11:00:00"),
    because: "half_gone",
  });
});

test("half of an urgent clock is half of the time that counts: no night that does not, no pause", () => {
  const solved = { level: "urgent", repliedAt: facts.clockFromAt } as const;
  // 24 hours and a pause from 12:00 to 12:00 two days on: two hours had gone, the half is ten hours behind the pause.
  const pause = { from: at("2026-11-19T12:00:00"), to: at("2026-11-21T12:00:00") };
  const solveDueAt = at("2026-11-22T10:00:00");
  expect(next({ ...solved, solveDueAt, pauses: [pause] })).toMatchObject({
    at: at("2026-11-21T22:00:00"),
    because: "half_gone",
    clock: "solve",
  });
  // Nine to six: from Thursday ten o'clock to Friday ten o'clock nine hours count, half of them are gone at half past two.
  const open = { solveDueAt: at("2026-11-20T10:00:00"), modes: { solve: "hours" as const } };
  expect(next({ ...solved, ...open })?.at).toEqual(at("2026-11-19T14:30:00"));
  // A reply is never put off: its half neither.
  const reply = { level: "urgent", replyDueAt: at("2026-11-19T12:00:00"), solveDueAt } as const;
  expect(next({ ...reply, pauses: [{ ...pause, from: at("2026-11-19T10:30:00") }] })?.at).toEqual(
    at("2026-11-19T11:00:00"),
  );
});

test("the next rungs wait eight opening hours, or four hours where the clock never rests, after the rung before or the due instant", () => {
  const told = { escalationLevel: 1, escalatedAt: at("2026-11-20T10:00:00") };
  // Friday 10:00 and eight opening hours: Friday 18:00.
  expect(next(told)).toMatchObject({
    level: 2,
    at: at("2026-11-20T18:00:00"),
    because: "still_overdue",
  });
  const late = { escalationLevel: 2, escalatedAt: at("2026-11-20T18:00:00") };
  expect(next(late)).toMatchObject({ level: 3, at: at("2026-11-23T17:00:00") });
  expect(next({ ...told, level: "urgent" })?.at).toEqual(at("2026-11-20T14:00:00"));
  expect(next({ ...told, repliedAt: at("2026-11-20T11:00:00") })?.at).toEqual(
    at("2026-11-23T18:00:00"),
  );
});

test("nobody is told of what is paused, solved, answered in full or escalated to the top", () => {
  expect(next({ status: "paused" })).toBeNull();
  expect(next({ status: "solved", solvedAt: facts.solveDueAt })).toBeNull();
  expect(next({ escalationLevel: 3 })).toBeNull();
});

const ids = fc.subarray(["a", "b", "c", "d"]);
test("the ladder only rises, tells nobody who is excluded, and skips no rung where somebody fit stands", () => {
  fc.assert(
    fc.property(
      ids,
      ids,
      ids,
      ids,
      fc.integer({ min: 1, max: 4 }),
      (manager, director, sponsor, excluded, wanted) => {
        const people = { manager, director, sponsor };
        const rungs = [manager, director, sponsor];
        const reached = climb(people, wanted, excluded);
        const fit = rungs.findIndex(
          (rung, i) => i + 1 >= wanted && rung.some((one) => !excluded.includes(one)),
        );
        expect(reached?.level ?? null).toBe(fit === -1 ? null : fit + 1);
        for (const one of reached?.userIds ?? []) expect(excluded).not.toContain(one);
      },
    ),
  );
});

test("the first responder is the manager, else the backup, a director, the sponsor, an administrator; never one it complains about", () => {
  const all = {
    managerUserId: "m",
    backupUserId: "b",
    sponsorUserId: "s",
    directorIds: ["d"],
    adminIds: ["a"],
  };
  const order = ["m", "b", "d", "s", "a"];
  for (let gone = 0; gone <= order.length; gone++)
    expect(pickFirstResponder(all, order.slice(0, gone))).toBe(order[gone] ?? null);
});
