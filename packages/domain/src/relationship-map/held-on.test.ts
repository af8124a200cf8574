import { expect, test } from "vitest";
import { isJobHeldOn, isTieKnownOn } from "./held-on.ts";

test("a job is held from its first day until the day it ends, which is no longer part of it", () => {
  const job = { startsOn: "2026-03-01", endsOn: "2026-09-01" };
  const days = ["2026-02-28", "2026-03-01", "2026-08-31", "2026-09-01"];
  expect(days.map((day) => isJobHeldOn(job, day))).toEqual([false, true, true, false]);
  expect(isJobHeldOn({ startsOn: null, endsOn: null }, "1999-01-01")).toBe(true);
});

test("a tie counts from the day it was noted; one ended the same day never did", () => {
  const tie = { notedOn: "2026-03-01", endedOn: "2026-04-01" };
  const days = ["2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"];
  expect(days.map((day) => isTieKnownOn(tie, day))).toEqual([false, true, true, false]);
  const slip = { notedOn: "2026-03-01", endedOn: "2026-03-01" };
  expect(days.some((day) => isTieKnownOn(slip, day))).toBe(false);
});
