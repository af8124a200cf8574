import fc from "fast-check";
import { expect, test } from "vitest";
import { type RankedFacts, rankTodayItem } from "./rank-today-item.ts";
import { todayItemKinds } from "./today-item.ts";

const facts = (over: Partial<RankedFacts>): RankedFacts => ({
  kind: "task",
  severity: null,
  dueInDays: null,
  hoursLeft: null,
  moneyMinor: 0,
  ...over,
});

test.each([
  [{ kind: "handover", hoursLeft: -1 }, "now"],
  [{ kind: "handover", hoursLeft: 20 }, "now"],
  [{ kind: "case", hoursLeft: -1 }, "now"],
  [{ kind: "case", hoursLeft: 3 }, "now"],
  [{ kind: "case", hoursLeft: 30 }, "soon"],
  [{ kind: "case", hoursLeft: 200 }, "later"],
  [{ kind: "case", hoursLeft: null }, "soon"],
  [{ kind: "promise", dueInDays: -1 }, "overdue"],
  [{ kind: "signal", severity: "critical" }, "now"],
  [{ kind: "signal", severity: "act" }, "soon"],
  [{ kind: "signal", severity: "watch" }, "later"],
  [{ kind: "obligation", dueInDays: -1 }, "overdue"],
  [{ kind: "task", dueInDays: 0 }, "now"],
  [{ kind: "approval", dueInDays: 7 }, "soon"],
  [{ kind: "day", dueInDays: 8 }, "later"],
  [{ kind: "task", dueInDays: null }, "later"],
] as const)("%j is %s", (over, urgency) => {
  expect(rankTodayItem(facts(over)).urgency).toBe(urgency);
});

test("the order of a morning: an overdue handover, a critical signal, an overdue visit, a task of today, a birthday next week", () => {
  const morning = [
    facts({ kind: "handover", hoursLeft: -2 }),
    facts({ kind: "signal", severity: "critical" }),
    facts({ kind: "obligation", dueInDays: -3 }),
    facts({ kind: "task", dueInDays: 0 }),
    facts({ kind: "task", dueInDays: 4 }),
    facts({ kind: "day", dueInDays: 6 }),
  ];
  const scores = morning.map((item) => rankTodayItem(item).score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

const anyFacts = fc.record({
  kind: fc.constantFrom(...todayItemKinds),
  severity: fc.constantFrom("watch" as const, "act" as const, "critical" as const),
  dueInDays: fc.option(fc.integer({ min: -400, max: 400 })),
  hoursLeft: fc.option(fc.integer({ min: -400, max: 24 })),
  moneyMinor: fc.integer({ min: 0, max: 1e14 }),
});

test("more money never ranks lower, and never lifts by a whole step", () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 0, max: 1e14 }), (item, more) => {
      const poor = rankTodayItem({ ...item, moneyMinor: 0 }).score;
      const one = rankTodayItem(item).score;
      expect(
        rankTodayItem({ ...item, moneyMinor: item.moneyMinor + more }).score,
      ).toBeGreaterThanOrEqual(one);
      expect(one - poor).toBeLessThan(1);
      expect(one).toBeGreaterThanOrEqual(0);
      expect(one).toBeLessThanOrEqual(5);
    }),
  );
});

test("of the same thing the one due earlier never ranks lower", () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 90 }), (item, days) => {
      if (item.dueInDays === null) return;
      const later = rankTodayItem({ ...item, dueInDays: item.dueInDays + days });
      expect(rankTodayItem(item).score).toBeGreaterThanOrEqual(later.score);
    }),
  );
});
