import fc from "fast-check";
import { expect, test } from "vitest";
import { interactionKinds } from "../interaction/interaction-kind.ts";
import { cadences } from "./cadence.ts";
import { serviceModes } from "./service-mode.ts";
import {
  dutyKinds,
  type PolicyLine,
  type PolicyLineKey,
  policyLineFor,
  type PolicyLines,
  policySeats,
  type ServicePolicy,
} from "./service-terms.ts";
import { faceToFaceKinds, shippedServicePolicy } from "./shipped-service-policy.ts";

const policy = (lines: PolicyLines): ServicePolicy => ({ version: 1, effectiveFrom: null, lines });
const nowhere = { segment: null, grade: null } as const;

test.each([
  [
    { segment: "core", grade: "strategic" },
    ["month", undefined, "half_year", "quarter"],
    ["manager", "sponsor"],
    "executive_direct",
    1,
  ],
  [
    { segment: "high_potential", grade: "key" },
    [undefined, "quarter", undefined, undefined],
    ["manager", "backup"],
    "two_person_team",
    null,
  ],
  [
    { segment: "maintain", grade: "base" },
    ["half_year", undefined, undefined, undefined],
    ["manager"],
    "named_adviser",
    null,
  ],
  [
    { segment: "develop", grade: "none" },
    ["case", undefined, undefined, undefined],
    [],
    null,
    null,
  ],
  [nowhere, [undefined, undefined, undefined, undefined], [], null, null],
] as const)(
  "the shipped policy owes %j what the spec says",
  (placed, every, seats, mode, green) => {
    const { terms } = policyLineFor(shippedServicePolicy, placed);
    expect(dutyKinds.map((kind) => terms.duties[kind]?.every)).toEqual(every);
    expect(terms.seats).toEqual(seats);
    expect(terms.serviceMode).toBe(mode);
    expect([terms.replyHours, terms.solveHours, terms.greenChannelHours]).toEqual([24, 48, green]);
    expect(terms.benefitBudgetMinor).toBeNull();
  },
);

test("a core account is met face to face: a call does not count", () => {
  const { terms, because } = policyLineFor(shippedServicePolicy, { segment: "core", grade: "key" });
  expect(terms.duties.visit?.contactKinds).toEqual(faceToFaceKinds);
  expect(because.duties.visit).toBe("segment:core");
  expect(because.serviceMode).toBe("grade:key");
  expect(because.replyHours).toBe("default");
});

test("of two words on one term the stricter wins, and the more particular where they are equal", () => {
  const owed = policyLineFor(
    policy({
      "segment:core": {
        replyHours: 8,
        benefitBudgetMinor: 100,
        duties: { visit: { every: "quarter", contactKinds: ["visit"] } },
      },
      "grade:key": {
        replyHours: 8,
        benefitBudgetMinor: 900,
        seats: ["backup"],
        serviceMode: "named_adviser",
      },
      default: {
        replyHours: 24,
        seats: ["manager", "backup"],
        serviceMode: "on_site",
        duties: { visit: { every: "month", contactKinds: interactionKinds } },
      },
    }),
    { segment: "core", grade: "key" },
  );
  expect(owed.terms).toMatchObject({
    replyHours: 8,
    benefitBudgetMinor: 900,
    serviceMode: "on_site",
  });
  expect(owed.terms.seats).toEqual(["manager", "backup"]);
  expect(owed.terms.duties.visit?.every).toBe("month");
  expect(owed.because).toMatchObject({
    replyHours: "segment:core",
    benefitBudgetMinor: "grade:key",
    serviceMode: "default",
    seats: { manager: "default", backup: "grade:key" },
    duties: { visit: "default" },
  });
});

test("as often owed, the line that lets fewer kinds of contact count is stricter", () => {
  const both = policy({
    "segment:core": { duties: { visit: { every: "month", contactKinds: ["visit", "call"] } } },
    default: { duties: { visit: { every: "month", contactKinds: ["visit"] } } },
  });
  const { terms, because } = policyLineFor(both, { segment: "core", grade: null });
  expect(terms.duties.visit?.contactKinds).toEqual(["visit"]);
  expect(because.duties.visit).toBe("default");
});

const hours = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined });
const duty = fc.record({
  every: fc.constantFrom(...cadences),
  contactKinds: fc.subarray([...interactionKinds], { minLength: 1 }),
});
const line: fc.Arbitrary<PolicyLine> = fc.record(
  {
    duties: fc.dictionary(fc.constantFrom(...dutyKinds), duty),
    seats: fc.uniqueArray(fc.constantFrom(...policySeats)),
    replyHours: hours.map((value) => value ?? null),
    benefitBudgetMinor: hours.map((value) => value ?? null),
    serviceMode: fc.constantFrom(...serviceModes),
  },
  { requiredKeys: [] },
);
const keys: readonly PolicyLineKey[] = ["segment:core", "grade:key", "default"];
const lines = fc.tuple(line, line, line);
const placed = { segment: "core", grade: "key" } as const;
const owedBy = (three: readonly PolicyLine[], order = keys) =>
  policyLineFor(policy(Object.fromEntries(three.map((one, i) => [order[i], one]))), placed);

test("law: which line says a thing does not change what is owed, only why", () => {
  fc.assert(
    fc.property(lines, fc.shuffledSubarray([...keys], { minLength: 3 }), (three, order) => {
      expect(owedBy(three, order).terms.duties).toEqual(owedBy(three).terms.duties);
      expect(owedBy(three, order).terms).toMatchObject({
        replyHours: owedBy(three).terms.replyHours,
        benefitBudgetMinor: owedBy(three).terms.benefitBudgetMinor,
        serviceMode: owedBy(three).terms.serviceMode,
        seats: owedBy(three).terms.seats,
      });
    }),
    { numRuns: 200 },
  );
});

test("law: another line never makes anything laxer", () => {
  const rank = (every: (typeof cadences)[number] | undefined) =>
    every === undefined ? cadences.length : cadences.indexOf(every);
  fc.assert(
    fc.property(lines, ([a, b, c]) => {
      const [fewer, all] = [owedBy([a, b]).terms, owedBy([a, b, c]).terms];
      for (const kind of dutyKinds)
        expect(rank(all.duties[kind]?.every)).toBeLessThanOrEqual(rank(fewer.duties[kind]?.every));
      expect(all.replyHours ?? Infinity).toBeLessThanOrEqual(fewer.replyHours ?? Infinity);
      expect(all.benefitBudgetMinor ?? 0).toBeGreaterThanOrEqual(fewer.benefitBudgetMinor ?? 0);
      expect(all.seats).toEqual(expect.arrayContaining([...fewer.seats]));
    }),
    { numRuns: 200 },
  );
});

test("law: every term that is owed names a line that says exactly it", () => {
  fc.assert(
    fc.property(lines, (three) => {
      const { terms, because } = owedBy(three);
      const said = (key: PolicyLineKey | null | undefined) => three[keys.indexOf(key ?? "default")];
      for (const kind of dutyKinds)
        if (terms.duties[kind])
          expect(said(because.duties[kind])?.duties?.[kind]).toBe(terms.duties[kind]);
      if (terms.replyHours !== null)
        expect(said(because.replyHours)?.replyHours).toBe(terms.replyHours);
      for (const seat of terms.seats) expect(said(because.seats[seat])?.seats).toContain(seat);
    }),
    { numRuns: 200 },
  );
});
