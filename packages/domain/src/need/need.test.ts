import fc from "fast-check";
import { expect, test } from "vitest";
import { needFit } from "./need-fit.ts";
import { needFunnel, type NeedPassage } from "./need-funnel.ts";
import { needStates } from "./need-kind.ts";
import { isStale, lackForStep, mayStep, nextNeedStates } from "./need-path.ts";

test("a need goes on one step at a time, back to any earlier one, and is declined before anything was delivered", () => {
  expect(nextNeedStates("signal")).toEqual(["hypothesis", "declined"]);
  expect(nextNeedStates("validated")).toEqual(["solved", "signal", "hypothesis", "declined"]);
  expect(nextNeedStates("solved")).toEqual(["valued", "signal", "hypothesis", "validated"]);
  expect(nextNeedStates("declined")).toEqual(["hypothesis"]);
  expect(mayStep("signal", "solved")).toBe(false);
  expect(mayStep("hypothesis", "hypothesis")).toBe(false);
});

test("every state but the last is left for another, and valued is reached from everywhere by lawful steps", () => {
  for (const start of needStates) {
    const seen = new Set([start]);
    const wait = [start];
    for (let at = wait.pop(); at; at = wait.pop())
      for (const next of nextNeedStates(at))
        if (!seen.has(next)) {
          seen.add(next);
          wait.push(next);
        }
    expect(seen.has("valued"), start).toBe(true);
  }
});

test("validated needs a person of theirs, solved our capability, valued a number of theirs", () => {
  const nothing = { hasPerson: false, customerValueMinor: null, capability: null };
  expect(lackForStep("hypothesis", nothing)).toBeNull();
  expect(lackForStep("validated", nothing)).toBe("person");
  expect(lackForStep("solved", nothing)).toBe("capability");
  expect(lackForStep("valued", { ...nothing, hasPerson: true })).toBe("customerValue");
  const all = { hasPerson: true, customerValueMinor: 0, capability: 0 };
  expect(lackForStep("valued", all)).toBeNull();
});

const facts = {
  customerValueMinor: 5_000_00,
  revenue12mMinor: 100_000_00,
  capability: 4,
  profitMinor: 30_00,
  costMinor: 70_00,
};

test("fit is value × capability × profit on 0 to 100, with the grades it came from", () => {
  expect(needFit(facts)).toEqual({
    value: 4,
    capability: 4,
    profit: 4,
    score: 51.2,
    verdict: "pursue",
  });
  expect(
    needFit({ ...facts, capability: 5, profitMinor: 90_00, customerValueMinor: 20_000_00 }),
  ).toMatchObject({ score: 100, verdict: "pursue" });
  expect(needFit({ ...facts, customerValueMinor: 1_000_00 })).toMatchObject({
    value: 2,
    score: 25.6,
    verdict: "weigh",
  });
});

test("what we cannot do or would lose by is declined openly, whatever else is unknown", () => {
  const unknown = {
    customerValueMinor: null,
    revenue12mMinor: null,
    capability: null,
    profitMinor: null,
    costMinor: null,
  };
  expect(needFit({ ...unknown, capability: 1 })).toMatchObject({ score: null, verdict: "decline" });
  expect(needFit({ ...unknown, profitMinor: -1 }).verdict).toBe("decline");
  expect(needFit(unknown)).toMatchObject({ score: null, verdict: null });
  expect(needFit({ ...facts, revenue12mMinor: 0 }).score).toBeNull();
});

test("more value, capability or profit never lowers the fit", () => {
  const some = fc.record({
    customerValueMinor: fc.integer({ min: 0, max: 1e9 }),
    revenue12mMinor: fc.integer({ min: 1, max: 1e9 }),
    capability: fc.integer({ min: 0, max: 5 }),
    profitMinor: fc.integer({ min: -1e6, max: 1e9 }),
    costMinor: fc.integer({ min: 0, max: 1e9 }),
  });
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 1e6 }), (one, more) => {
      const score = needFit(one).score ?? 0;
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
      for (const better of [
        { ...one, customerValueMinor: one.customerValueMinor + more },
        { ...one, profitMinor: one.profitMinor + more },
        { ...one, capability: Math.min(5, one.capability + 1) },
      ])
        expect(needFit(better).score ?? 0).toBeGreaterThanOrEqual(score);
    }),
  );
});

test("a need that rests longer than its state should take is stale; a valued one never", () => {
  expect([isStale("signal", 30), isStale("signal", 31), isStale("valued", 9999)]).toEqual([
    false,
    true,
    false,
  ]);
});

const passage = (change: Partial<NeedPassage>): NeedPassage => ({
  state: "signal",
  farthest: "signal",
  wasHidden: true,
  isExplicit: false,
  daysToExplicit: null,
  daysInState: 10,
  customerValueMinor: null,
  ...change,
});

test("the funnel counts how far needs came, even those that went back or were declined", () => {
  const funnel = needFunnel([
    passage({ daysInState: 4 }),
    passage({ state: "hypothesis", farthest: "validated", isExplicit: true, daysToExplicit: 9 }),
    passage({ state: "declined", farthest: "hypothesis" }),
    passage({
      state: "valued",
      farthest: "valued",
      wasHidden: false,
      isExplicit: true,
      customerValueMinor: 700,
    }),
  ]);
  expect(funnel.steps.map(({ reached }) => reached)).toEqual([4, 3, 2, 1, 1]);
  expect(funnel.steps.map(({ fromBefore }) => fromBefore)).toEqual([null, 3 / 4, 2 / 3, 1 / 2, 1]);
  expect(funnel.steps.map(({ standing }) => standing)).toEqual([1, 1, 0, 0, 1]);
  expect(funnel.steps[0]?.medianDays).toBe(4);
  expect(funnel.steps[4]?.valueMinor).toBe(700);
  expect(funnel).toMatchObject({
    declined: 1,
    hidden: 3,
    becameExplicit: 1,
    medianDaysToExplicit: 9,
  });
});

test("of an even number of needs the median lies between the two in the middle", () => {
  const funnel = needFunnel([4, 9, 1, 30].map((daysInState) => passage({ daysInState })));
  expect(funnel.steps[0]?.medianDays).toBe(6.5);
});

test("forty of a hundred is worth pursuing, less is weighed", () => {
  // Value 5, capability 5, profit 2 of five each: 50 of 125.
  const forty = {
    customerValueMinor: 10,
    revenue12mMinor: 100,
    capability: 5,
    profitMinor: 10,
    costMinor: 90,
  };
  expect(needFit(forty)).toMatchObject({ score: 40, verdict: "pursue" });
  expect(needFit({ ...forty, capability: 4 }).verdict).toBe("weigh");
});

test("an empty register gives no shares instead of zeros", () => {
  const funnel = needFunnel([]);
  expect(
    funnel.steps.every(({ fromBefore, medianDays }) => fromBefore === null && medianDays === null),
  ).toBe(true);
});
