import fc from "fast-check";
import { expect, test } from "vitest";
import { drawKey } from "./draw-key.ts";
import { drawSample, type SampleCandidate } from "./draw-sample.ts";
import { type SamplingRule, shippedLimits, shippedSampling } from "./sampling-rule.ts";

const today = "2026-11-22";
const person = (id: string, about: Partial<SampleCandidate> = {}): SampleCandidate => ({
  personId: id,
  accountId: "a",
  segment: "maintain",
  grade: "base",
  buyingRoles: [],
  department: null,
  isInProgramme: false,
  hasAddress: true,
  isPlaceholder: false,
  isRestricted: false,
  isOptedOut: false,
  hasLeft: false,
  lastAskedOn: null,
  askedWithinYear: 0,
  ...about,
});
const crowd = (count: number) => Array.from({ length: count }, (_, i) => person(`p${i}`));
const draw = (candidates: readonly SampleCandidate[], rule: Partial<SamplingRule> = {}, seed = 7) =>
  drawSample(candidates, { ...shippedSampling, ...rule }, shippedLimits, { seed, today });
const idsOf = (sample: { asked: readonly SampleCandidate[] }) =>
  sample.asked.map(({ personId }) => personId);

test("the same seed draws the same people whatever the order they are named in; another seed draws others", () => {
  const people = crowd(200);
  const first = idsOf(draw(people, { share: 0.1 }));
  expect(first).toHaveLength(20);
  expect(idsOf(draw(people.toReversed(), { share: 0.1 }))).toEqual(first);
  expect(idsOf(draw(people, { share: 0.1 }, 8))).not.toEqual(first);
});

test("places in a draw are spread evenly", () => {
  const keys = Array.from({ length: 20_000 }, (_, i) => drawKey(42, `person-${i}`));
  for (let tenth = 0; tenth < 10; tenth++) {
    const within = keys.filter((key) => Math.floor(key * 10) === tenth).length;
    expect(Math.abs(within - 2_000)).toBeLessThan(200);
  }
});

test("economic buyers of core accounts are asked whatever the rule and the draw say", () => {
  const buyer = person("eb", { segment: "core", buyingRoles: ["economic_buyer"] });
  const sample = draw([...crowd(50), buyer], { segments: ["maintain"], most: 3 });
  expect(idsOf(sample)).toContain("eb");
  expect(sample).toMatchObject({ always: 1, eligible: 51 });
  expect(sample.asked).toHaveLength(3);
  expect(idsOf(draw([buyer], { most: 0 }))).toEqual(["eb"]);
  expect(idsOf(draw([{ ...buyer, isOptedOut: true }], {}))).toEqual([]);
});

test.each([
  ["left", { hasLeft: true }],
  ["placeholder", { isPlaceholder: true }],
  ["restricted", { isRestricted: true }],
  ["opted_out", { isOptedOut: true }],
  ["no_address", { hasAddress: false }],
  ["asked_recently", { lastAskedOn: "2026-08-25" }],
  ["asked_often", { lastAskedOn: "2026-08-24", askedWithinYear: 4 }],
] as const)("who is left out is counted with the reason: %s", (because, about) => {
  const sample = draw([person("x", about)]);
  expect(sample.asked).toEqual([]);
  expect(sample.leftOut[because]).toBe(1);
});

test("after the rest a person may be asked again", () => {
  expect(idsOf(draw([person("x", { lastAskedOn: "2026-08-24", askedWithinYear: 3 })]))).toEqual([
    "x",
  ]);
});

test("the rule narrows by segment, grade, role, department and programme", () => {
  const fits = person("x", {
    segment: "core",
    grade: "key",
    buyingRoles: ["technical"],
    department: "采购部",
    isInProgramme: true,
  });
  const rule: Partial<SamplingRule> = {
    segments: ["core"],
    grades: ["key"],
    buyingRoles: ["technical", "user"],
    departments: ["采购部"],
    isProgrammeOnly: true,
  };
  expect(idsOf(draw([fits], rule))).toEqual(["x"]);
  for (const about of [
    { segment: "develop" },
    { grade: null },
    { buyingRoles: [] },
    { department: "财务部" },
    { isInProgramme: false },
  ] satisfies Partial<SampleCandidate>[])
    expect(draw([{ ...fits, ...about }], rule)).toMatchObject({ asked: [], eligible: 0 });
});

test("a person with jobs at two accounts is asked once, where they weigh most", () => {
  const sample = draw([
    person("x", { accountId: "small" }),
    person("x", { accountId: "big", buyingRoles: ["economic_buyer"] }),
  ]);
  expect(sample.asked.map(({ accountId }) => accountId)).toEqual(["big"]);
  expect(sample.leftOut.asked_elsewhere).toBe(1);
});

test("nobody is lost and nobody counted twice: asked and left out are all whom the survey is meant for", () => {
  const candidate = fc
    .record({
      personId: fc.integer({ min: 0, max: 30 }).map((n) => `p${n}`),
      accountId: fc.constantFrom("a", "b"),
      hasAddress: fc.boolean(),
      isOptedOut: fc.boolean(),
      askedWithinYear: fc.integer({ min: 0, max: 6 }),
      segment: fc.constantFrom("core" as const, "develop" as const),
      buyingRoles: fc.constantFrom([], ["economic_buyer" as const]),
    })
    .map(({ personId, ...about }) => person(personId, about));
  fc.assert(
    fc.property(
      fc.array(candidate, { maxLength: 60 }),
      fc.option(fc.double({ min: 0.05, max: 1, noNaN: true })),
      fc.option(fc.integer({ min: 0, max: 20 })),
      (people, share, most) => {
        const sample = draw(people, { share, most });
        const left = Object.values(sample.leftOut).reduce((sum, n) => sum + n, 0);
        expect(sample.asked.length + left).toBe(people.length);
        expect(new Set(idsOf(sample)).size).toBe(sample.asked.length);
        if (most !== null)
          expect(sample.asked.length).toBeLessThanOrEqual(Math.max(most, sample.always));
      },
    ),
    { numRuns: 200 },
  );
});
