import { expect, test } from "vitest";
import { climbsWhenReopened, reminderDue, verdictOf } from "./closing-rule.ts";

test("not solved, or a score of 1 or 2, is dissatisfied; 3 closes lukewarm; 4 and 5 confirm", () => {
  const verdicts = [1, 2, 3, 4, 5].map((score) => verdictOf({ isResolved: true, score }));
  expect(verdicts).toEqual(["dissatisfied", "dissatisfied", "lukewarm", "confirmed", "confirmed"]);
  for (const score of [null, 1, 3, 5])
    expect(verdictOf({ isResolved: false, score })).toBe("dissatisfied");
  expect(verdictOf({ isResolved: true, score: null })).toBeNull();
});

test("a customer is reminded after three days and after seven, once each, and no more", () => {
  expect([0, 2, 3, 8].map((days) => reminderDue(days, 0))).toEqual([null, null, 3, 3]);
  expect([3, 6, 7, 90].map((days) => reminderDue(days, 1))).toEqual([null, null, 7, 7]);
  expect(reminderDue(90, 2)).toBeNull();
});

test("the second reopening climbs the ladder, the first does not", () => {
  expect([1, 2, 3].map(climbsWhenReopened)).toEqual([false, true, true]);
});
