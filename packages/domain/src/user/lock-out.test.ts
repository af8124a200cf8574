import { expect, test } from "vitest";
import { lockOutMs } from "./lock-out.ts";

test("four failures are forgiven, the fifth closes sign-in for a minute", () => {
  expect([0, 1, 4, 5].map(lockOutMs)).toEqual([0, 0, 0, 60_000]);
});

test("each further failure doubles the wait, to an hour at most", () => {
  expect([6, 7, 10, 11, 12, 5000].map(lockOutMs)).toEqual([
    120_000, 240_000, 1_920_000, 3_600_000, 3_600_000, 3_600_000,
  ]);
});
