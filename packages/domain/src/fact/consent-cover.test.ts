import fc from "fast-check";
import { expect, test } from "vitest";
import { type ConsentOnFile, consentGap, isCoveredByConsent } from "./consent-cover.ts";
import { factKinds, factRules } from "./fact-kind.ts";

const consent: ConsentOnFile = {
  scope: ["birthday", "school"],
  purpose: "维护客户关系",
  givenOn: "2026-01-01",
  expiresOn: "2027-01-01",
  isWithdrawn: false,
  isTextReplaced: false,
};
const gap = (change: Partial<ConsentOnFile>, kind: "birthday" | "itinerary" = "birthday") =>
  consentGap(kind, "维护客户关系", { ...consent, ...change }, "2026-11-22");

test("a consent carries the kinds it names, for its purpose, while it is in force", () => {
  expect(gap({})).toBeNull();
  expect(gap({ isWithdrawn: true })).toBe("consent_withdrawn");
  expect(gap({ givenOn: "2026-11-23" })).toBe("consent_not_yet");
  expect(gap({ expiresOn: "2026-11-22" })).toBe("consent_expired");
  expect(gap({ isTextReplaced: true })).toBe("consent_outdated");
  expect(gap({ scope: ["school"] })).toBe("consent_not_covering");
  expect(gap({ purpose: "营销" })).toBe("consent_other_purpose");
});

test("a sensitive kind needs a consent that names nothing else", () => {
  expect(gap({ scope: ["itinerary", "birthday"] }, "itinerary")).toBe("consent_not_separate");
  expect(gap({ scope: ["itinerary"] }, "itinerary")).toBeNull();
});

test("no consent covers what it does not name, was withdrawn or is over", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...factKinds),
      fc.subarray([...factKinds], { minLength: 1 }),
      fc.boolean(),
      fc.integer({ min: 2020, max: 2032 }),
      (kind, scope, isWithdrawn, endYear) => {
        const one = { ...consent, scope, isWithdrawn, expiresOn: `${endYear}-06-01` };
        const covers = isCoveredByConsent(kind, consent.purpose, one, "2026-11-22");
        const isSeparate = factRules[kind].class !== "S" || scope.length === 1;
        expect(covers).toBe(scope.includes(kind) && isSeparate && !isWithdrawn && endYear > 2026);
      },
    ),
  );
});
