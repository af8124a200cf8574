import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeLoad, type Load, loadLevels, loadPoints, medianLoad } from "./judge-load.ts";

const load = (over: Partial<Load>): Load => ({
  keyAccounts: 0,
  urgentSignals: 0,
  signals: 0,
  overdue: 0,
  dueThisWeek: 0,
  handovers: 0,
  ...over,
});

test("an urgent signal counts double, once", () => {
  expect(loadPoints(load({ signals: 5, urgentSignals: 2 }))).toBe(7);
  expect(loadPoints(load({ overdue: 3, dueThisWeek: 2, handovers: 1 }))).toBe(10);
});

test.each([
  [load({ signals: 20 }), 10, "overloaded"],
  [load({ signals: 15 }), 10, "busy"],
  [load({ signals: 9 }), 3, "even"],
  [load({ signals: 4 }), 10, "light"],
  [load({ overdue: 3, dueThisWeek: 6 }), null, "overloaded"],
  [load({ overdue: 2, dueThisWeek: 6 }), null, "even"],
  [load({ signals: 50 }), null, "even"],
] as const)("%j against a median of %s is %s", (one, median, level) => {
  expect(judgeLoad(one, median)).toBe(level);
});

test("idle colleagues do not pull the median down; alone there is none", () => {
  expect(medianLoad([load({ signals: 4 }), load({}), load({ signals: 8 })])).toBe(6);
  expect(medianLoad([load({ signals: 4 }), load({ signals: 8 }), load({ signals: 30 })])).toBe(8);
  expect(medianLoad([load({ signals: 4 }), load({})])).toBeNull();
});

test("carrying more never reads as carrying less", () => {
  const count = fc.nat({ max: 60 });
  const anyLoad = fc.record({
    keyAccounts: count,
    urgentSignals: fc.constant(0),
    signals: count,
    overdue: count,
    dueThisWeek: fc.constant(0),
    handovers: count,
  });
  fc.assert(
    fc.property(anyLoad, count, count, (one, more, median) => {
      const heavier = { ...one, overdue: one.overdue + more };
      const at = (of: Load) => loadLevels.indexOf(judgeLoad(of, median));
      expect(at(heavier)).toBeLessThanOrEqual(at(one));
    }),
  );
});
