import fc from "fast-check";
import { expect, test } from "vitest";
import { stances, stanceValue } from "../stance/stance.ts";
import { nextBestPerson, nextStance, type ReachableMember } from "./next-best-person.ts";

const today = 20_000;
const member = (personId: string, more: Partial<ReachableMember> = {}): ReachableMember => ({
  personId,
  role: null,
  influence: 3,
  stance: null,
  assessedDay: more.stance ? today : null,
  isPlaceholder: false,
  coverage: 0,
  access: [],
  mayBeProfiled: true,
  ...more,
});
const known = (level: number) => [{ userId: "li", level, coverage: 0 }];

test("one unmet person of the same weight is worth more through somebody who gets their time", () => {
  const step = nextBestPerson([member("far"), member("near", { access: known(3) })], today);
  expect(step).toEqual({
    personId: "near",
    step: "contact",
    gain: 0.3,
    effort: 1,
    throughUserId: "li",
  });
});

test("the heavier of two equally near comes first", () => {
  const chain = [member("small", { influence: 1 }), member("big", { influence: 5 })];
  expect(nextBestPerson(chain, today)?.personId).toBe("big");
});

test("who is met and won over leaves nothing to gain; an empty chain neither; placeholders cannot be met", () => {
  expect(nextBestPerson([], today)).toBeNull();
  expect(nextBestPerson([member("a", { stance: "insider", coverage: 1 })], today)).toBeNull();
  expect(nextBestPerson([member("a", { isPlaceholder: true })], today)).toBeNull();
});

test("where everybody is met, a stance is what is left: half a point of index for a point of gain", () => {
  const step = nextBestPerson(
    [member("a", { stance: "neutral", coverage: 1, access: known(4) })],
    today,
  );
  expect(step).toMatchObject({ step: "stance", gain: 50, effort: 2 });
});

test("whoever objected to profiling is only ever to be met", () => {
  const chain = [member("a", { stance: "neutral", coverage: 1, mayBeProfiled: false })];
  expect(nextBestPerson(chain, today)).toBeNull();
});

test("the ladder leads upwards and ends at the top", () => {
  for (const stance of stances) {
    const better = nextStance(stance);
    if (better === null) expect(stance).toBe("insider");
    else expect(stanceValue[better]).toBeGreaterThan(stanceValue[stance]);
  }
  expect(nextStance("misinformed")).toBe("neutral");
});

const anybody = fc
  .record({
    influence: fc.option(fc.integer({ min: 1, max: 5 })),
    stance: fc.option(fc.constantFrom(...stances)),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    isPlaceholder: fc.boolean(),
    level: fc.option(fc.integer({ min: 1, max: 6 })),
  })
  .map(({ level, stance, ...rest }) =>
    member("", {
      ...rest,
      stance,
      assessedDay: stance ? today - 50 : null,
      access: level ? known(level) : [],
    }),
  );

test("the answer gains something, and does not depend on the order of the members", () => {
  fc.assert(
    fc.property(fc.array(anybody, { maxLength: 8 }), (drawn) => {
      const chain = drawn.map((one, i) => ({ ...one, personId: `p${i}` }));
      const step = nextBestPerson(chain, today);
      const turned = nextBestPerson(chain.toReversed(), today);
      if (step === null) {
        expect(turned).toBeNull();
        return;
      }
      expect(step.gain).toBeGreaterThan(0);
      const worth = (one: typeof step | null) =>
        one === null ? 0 : (one.step === "contact" ? 100 * one.gain : one.gain / 2) / one.effort;
      expect(worth(turned)).toBeCloseTo(worth(step), 6);
    }),
  );
});
