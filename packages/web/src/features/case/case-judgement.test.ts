import { expect, test } from "vitest";
import { judgeCase, spanOf, toneOf, waitedFor } from "./case-judgement.ts";

const now = Date.parse("2026-03-02T10:00:00Z");
const due = (dueAt: string, clock: "reply" | "solve" = "reply") => ({
  clock,
  dueAt,
  state: "running" as const,
});
const judge = (over: Partial<Parameters<typeof judgeCase>[0]>) =>
  judgeCase({ status: "open", nextDue: null, solvedAt: null, ...over }, now);

test("what has run out is told first, with how long ago", () => {
  const late = judge({ nextDue: due("2026-03-02T08:00:00Z") });
  expect(late).toEqual({ code: "overdue", clock: "reply", minutes: 120 });
  expect(toneOf(late)).toBe("bad");
  expect(judge({ status: "paused", nextDue: due("2026-03-02T08:00:00Z") }).code).toBe("overdue");
});

test("what is due next is told with the time left, and warns in the last four hours", () => {
  const far = judge({ nextDue: due("2026-03-04T10:00:00Z", "solve") });
  expect(far).toEqual({ code: "due", clock: "solve", minutes: 2880 });
  expect(toneOf(far)).toBe("quiet");
  expect(toneOf(judge({ nextDue: due("2026-03-02T12:00:00Z") }))).toBe("warn");
  expect(judge({ nextDue: due("2026-03-02T10:00:30Z") }).code).toBe("dueSoon");
});

test("solved waits for the customer until the customer has spoken", () => {
  const solved = judge({ status: "solved", solvedAt: "2026-02-27T10:00:00Z" });
  expect(solved).toEqual({ code: "solved", minutes: 4320 });
  expect(toneOf(solved)).toBe("warn");
  expect(toneOf(judge({ status: "closed" }))).toBe("good");
});

test.each([
  [0, "minutes", 1],
  [59, "minutes", 59],
  [60, "hours", 1],
  [2879, "hours", 47],
  [2880, "days", 2],
] as const)("%d minutes are said in %s", (minutes, unit, count) => {
  expect(spanOf(minutes)).toEqual({ unit, count });
});

test("a solution waits by calendar days of our clocks, so that every screen counts alike; below one by hours", () => {
  const solvedAt = "2026-02-28T20:00:00Z";
  expect(waitedFor(solvedAt, now, "Asia/Shanghai")).toEqual({ unit: "days", count: 1 });
  expect(waitedFor(solvedAt, now, "UTC")).toEqual({ unit: "days", count: 2 });
  expect(waitedFor("2026-03-02T07:00:00Z", now, "UTC")).toEqual({ unit: "hours", count: 3 });
});
