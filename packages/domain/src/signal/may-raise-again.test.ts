import { expect, test } from "vitest";
import { mayRaiseAgain } from "./may-raise-again.ts";

const today = 20_000;

test("without an earlier decision a signal is raised", () => {
  expect(mayRaiseAgain(null, 19_000, today)).toBe(true);
});

test.each([
  ["lost", 1000, false],
  ["false_alarm", 180, false],
  ["false_alarm", 181, true],
  ["saved", 60, false],
  ["saved", 61, true],
  ["cleared", 1, true],
] as const)(
  "%s, decided %i days ago without an order since: raised again is %s",
  (outcome, ago, raised) => {
    expect(mayRaiseAgain({ outcome, resolvedDay: today - ago }, today - ago - 400, today)).toBe(
      raised,
    );
  },
);

test.each(["lost", "false_alarm", "saved", "cleared"] as const)(
  "an order after the decision %s opens the way for a new signal",
  (outcome) => {
    expect(mayRaiseAgain({ outcome, resolvedDay: today - 5 }, today - 1, today)).toBe(true);
  },
);
