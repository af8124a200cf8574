import { expect, test } from "vitest";
import { clockShare } from "./clock-share.ts";

const opened = "2026-03-02T08:00:00Z";
const now = Date.parse("2026-03-02T09:00:00Z");
const clock = { dueAt: "2026-03-02T12:00:00Z", doneAt: null, state: "running" as const };

test("a quarter of its time is gone after an hour of four; nothing lies outside 0 and 1", () => {
  expect(clockShare(opened, clock, now)).toBe(0.25);
  expect(clockShare(opened, clock, Date.parse("2026-03-01T00:00:00Z"))).toBe(0);
  expect(clockShare(opened, { ...clock, dueAt: opened }, now)).toBe(1);
});

test("what was met stands where it was met, what has run out is full", () => {
  const met = { ...clock, doneAt: "2026-03-02T10:00:00Z", state: "met" as const };
  expect(clockShare(opened, met, Date.parse("2026-03-09T00:00:00Z"))).toBe(0.5);
  expect(clockShare(opened, { ...clock, state: "overdue" }, now)).toBe(1);
});
