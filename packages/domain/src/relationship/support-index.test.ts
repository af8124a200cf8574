import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buyingRoles } from "../buying-role/buying-role.ts";
import { stances, stanceValue } from "../stance/stance.ts";
import type { ChainMember } from "./chain-member.ts";
import { chainCoverage, knownShare, supportIndex } from "./support-index.ts";

const today = 20_000;
const of = (member: Partial<ChainMember>): ChainMember => ({
  personId: "p",
  role: null,
  influence: 3,
  stance: null,
  assessedDay: member.stance ? today : null,
  isPlaceholder: false,
  coverage: 0,
  ...member,
});

describe("formulas § 3, by hand", () => {
  test("the vector: a neutral economic buyer, a technical supporter and a user against us make 3.49", () => {
    const members = [
      of({ role: "economic_buyer", influence: 5, stance: "neutral" }),
      of({ role: "technical", influence: 4, stance: "supporter" }),
      of({ role: "user", influence: 2, stance: "opponent" }),
    ];
    expect(supportIndex(members, today)).toBeCloseTo((100 * (5.2 - 4)) / (2 * 17.2), 12);
    expect(supportIndex(members, today)).toBeCloseTo(3.49, 2);
    expect(knownShare(members)).toBe(1);
  });

  test("an influence nobody assessed counts three, an unknown stance stays in the denominator", () => {
    const members = [of({ influence: null, stance: "insider" }), of({ influence: 3 })];
    expect(supportIndex(members, today)).toBe(50);
    expect(knownShare(members)).toBe(0.5);
  });

  test("coverage weighs who was met; a placeholder was never met", () => {
    const members = [
      of({ role: "economic_buyer", influence: 5, coverage: 0 }),
      of({ role: "user", influence: 5, coverage: 0.8 }),
      of({ influence: 5, coverage: 1, isPlaceholder: true }),
    ];
    expect(chainCoverage(members)).toBeCloseTo((5 * 0.8) / 20, 12);
  });

  test("an empty chain has no measures", () => {
    expect(supportIndex([], today)).toBeNull();
    expect(chainCoverage([])).toBeNull();
    expect(knownShare([])).toBeNull();
  });
});

const member: fc.Arbitrary<ChainMember> = fc
  .record({
    personId: fc.uuid(),
    role: fc.option(fc.constantFrom(...buyingRoles)),
    influence: fc.option(fc.integer({ min: 1, max: 5 })),
    stance: fc.option(fc.constantFrom(...stances)),
    age: fc.integer({ min: 0, max: 400 }),
    isPlaceholder: fc.boolean(),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ age, ...rest }) => ({ ...rest, assessedDay: rest.stance === null ? null : today - age }));
const chain = fc.array(member, { minLength: 1, maxLength: 12 });
const index = (members: readonly ChainMember[], on = today): number => {
  const value = supportIndex(members, on);
  if (value === null) throw new Error("no index");
  return value;
};

describe("laws of formulas § 3", () => {
  test("the order of the members does not matter", () => {
    fc.assert(
      fc.property(
        chain.chain((members) =>
          fc.tuple(
            fc.constant(members),
            fc.shuffledSubarray(members, { minLength: members.length }),
          ),
        ),
        ([members, shuffled]) => {
          expect(index(shuffled)).toBeCloseTo(index(members), 9);
          expect(chainCoverage(shuffled)).toBeCloseTo(chainCoverage(members) ?? -1, 9);
          expect(knownShare(shuffled)).toBeCloseTo(knownShare(members) ?? -1, 9);
        },
      ),
    );
  });

  test("all neutral is exactly nothing", () => {
    fc.assert(
      fc.property(chain, (members) => {
        expect(
          index(members.map((one) => ({ ...one, stance: "neutral", assessedDay: today }))),
        ).toBe(0);
      }),
    );
  });

  test("one fresh insider alone is a hundred, one fresh opponent alone minus a hundred", () => {
    fc.assert(
      fc.property(member, (one) => {
        expect(index([{ ...one, stance: "insider", assessedDay: today }])).toBeCloseTo(100, 9);
        expect(index([{ ...one, stance: "opponent", assessedDay: today }])).toBeCloseTo(-100, 9);
      }),
    );
  });

  test("raising one known stance never lowers the index", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom(...stances), (members, nth, better) => {
        const known = members.findIndex(
          (one, i) => i >= nth % members.length && one.stance !== null,
        );
        const old = members[known]?.stance;
        if (!old || stanceValue[better] < stanceValue[old]) return;
        const raised = members.map((one, i) => (i === known ? { ...one, stance: better } : one));
        expect(index(raised)).toBeGreaterThanOrEqual(index(members) - 1e-9);
      }),
    );
  });

  test("an unknown person more, or days that pass, only move the index towards nothing", () => {
    fc.assert(
      fc.property(chain, member, fc.integer({ min: 0, max: 500 }), (members, one, days) => {
        const now = index(members);
        const unknown = { ...one, stance: null, assessedDay: null };
        for (const later of [index([...members, unknown])]) {
          expect(Math.abs(later)).toBeLessThanOrEqual(Math.abs(now) + 1e-9);
          expect(later * now).toBeGreaterThanOrEqual(0);
        }
        expect(
          index([{ ...one, stance: "ally", assessedDay: today }], today + days),
        ).toBeLessThanOrEqual(index([{ ...one, stance: "ally", assessedDay: today }]));
        const sameAge = members.map((each) => ({
          ...each,
          assessedDay: each.stance ? today : null,
        }));
        const aged = index(sameAge, today + days);
        expect(Math.abs(aged)).toBeLessThanOrEqual(Math.abs(index(sameAge)) + 1e-9);
        expect(aged * index(sameAge)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("ageing one stance alone moves only that stance's share towards nothing", () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.integer({ min: 1, max: 400 }), (members, nth, days) => {
        const at = nth % members.length;
        const one = members[at];
        if (!one?.stance || one.assessedDay === null) return;
        const older = members.map((each, i) =>
          i === at ? { ...each, assessedDay: (one.assessedDay ?? 0) - days } : each,
        );
        const change = index(older) - index(members);
        expect(change * stanceValue[one.stance]).toBeLessThanOrEqual(1e-9);
      }),
    );
  });

  test("the index stays within −100…100, coverage and known share within 0…1", () => {
    fc.assert(
      fc.property(chain, (members) => {
        expect(Math.abs(index(members))).toBeLessThanOrEqual(100);
        for (const share of [chainCoverage(members), knownShare(members)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
