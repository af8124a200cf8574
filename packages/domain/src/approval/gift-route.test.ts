import fc from "fast-check";
import { expect, test } from "vitest";
import { type GiftFacts, giftRefusal, giftRoute } from "./gift-route.ts";

const gift: GiftFacts = {
  giftKind: "gift",
  form: null,
  valueMinor: 15_000,
  isToPerson: true,
  isForFamily: false,
  isGivenOpenly: true,
  isPublicSector: false,
  isBidOpen: false,
};
const first = { count: 0, totalMinor: 0, recentMinor: 0 };
const route = (change: Partial<GiftFacts>, before = first) =>
  giftRoute({ ...gift, ...change }, before).approverRole;

test("a small gift needs nobody, up to 500 yuan a director, above it compliance", () => {
  expect(route({ valueMinor: 20_000 })).toBeNull();
  expect(route({ valueMinor: 20_001 })).toBe("director");
  expect(route({ valueMinor: 50_000 })).toBe("director");
  expect(route({ valueMinor: 50_001 })).toBe("compliance");
});

test("travel, courses and anything to the public sector go to compliance, whatever they are worth", () => {
  expect(route({ giftKind: "travel", valueMinor: 1 })).toBe("compliance");
  expect(route({ giftKind: "course", valueMinor: 1 })).toBe("compliance");
  expect(route({ isPublicSector: true, valueMinor: 1 })).toBe("compliance");
});

test("the fifth gift of a year, or more than 800 yuan in all, is not small any more", () => {
  expect(route({}, { count: 3, totalMinor: 60_000, recentMinor: 0 })).toBeNull();
  expect(route({}, { count: 4, totalMinor: 10_000, recentMinor: 0 })).toBe("director");
  expect(route({}, { count: 1, totalMinor: 70_000, recentMinor: 0 })).toBe("director");
});

test("splitting one gift into several never asks a lower level than the whole", () => {
  const rank = { none: 0, director: 1, compliance: 2 } as Record<string, number>;
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 2, maxLength: 5 }),
      (parts) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const last = parts.at(-1) ?? 0;
        const before = { count: parts.length - 1, totalMinor: sum - last, recentMinor: sum - last };
        const split = route({ valueMinor: last }, before) ?? "none";
        expect(rank[split]).toBeGreaterThanOrEqual(rank[route({ valueMinor: sum }) ?? "none"] ?? 0);
      },
    ),
  );
});

test("money and its like, gifts to family, during a tender or in secret are refused outright", () => {
  expect(giftRefusal(gift)).toBeNull();
  expect(giftRefusal({ ...gift, form: "card" })).toBe("gift_form_forbidden");
  expect(giftRefusal({ ...gift, isForFamily: true })).toBe("gift_for_family");
  expect(giftRefusal({ ...gift, isBidOpen: true })).toBe("gift_while_bidding");
  expect(giftRefusal({ ...gift, isGivenOpenly: false })).toBe("gift_not_open");
  const organisation = { ...gift, isToPerson: false, isBidOpen: true, isGivenOpenly: false };
  expect(giftRefusal(organisation)).toBeNull();
});
