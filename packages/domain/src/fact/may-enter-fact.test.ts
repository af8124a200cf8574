import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import { type FactKind, factKinds, factRules } from "./fact-kind.ts";
import { isDueForVerification, retentionEndsOn } from "./fact-retention.ts";
import type { FactValue } from "./fact-value.ts";
import {
  type FactCircumstances,
  type FactDraft,
  mayEnterFact,
  basesOfKind,
} from "./may-enter-fact.ts";

const today = "2026-11-22";
const purpose = "维护客户关系";
const valueOf = (kind: FactKind): FactValue => {
  switch (factRules[kind].shape) {
    case "words":
      return { shape: "words", words: "羽毛球" };
    case "year":
      return { shape: "year", year: 1975 };
    case "yes_no":
      return { shape: "yes_no", isSo: true };
    case "trip":
      return { shape: "trip", region: "云南", month: "2026-11" };
    case "anniversary":
      return {
        shape: "anniversary",
        calendar: "solar",
        month: 3,
        day: 15,
        year: null,
        isLeapMonth: false,
      };
  }
};
const draft = (kind: FactKind, change: Partial<FactDraft> = {}): FactDraft => ({
  kind,
  value: valueOf(kind),
  basis: "consent",
  purpose,
  source: "",
  verifiedOn: today,
  occasionOn: factRules[kind].retention.from === "occasion" ? "2026-11-30" : null,
  expiresOn: null,
  ...change,
});
const on = (kind: FactKind, change: Partial<FactCircumstances> = {}): FactCircumstances => ({
  today,
  person: { isRestricted: false, isPlaceholder: false, hasObjectedToProfiling: false },
  isHeld: false,
  consent: {
    scope: [kind],
    purpose,
    givenOn: "2026-01-01",
    expiresOn: "2030-01-01",
    isWithdrawn: false,
    isTextReplaced: false,
    isByGuardian: true,
  },
  isAssessed: true,
  ...change,
});
const refusal = (
  kind: FactKind,
  change: Partial<FactDraft> = {},
  circumstances: Partial<FactCircumstances> = {},
) => {
  const answer = mayEnterFact(draft(kind, change), on(kind, circumstances));
  return "refusal" in answer ? answer.refusal : answer.expiresOn;
};

test("with all papers every kind may be kept, until its own retention", () => {
  for (const kind of factKinds) {
    const { retention } = factRules[kind];
    const expected =
      retention.from === "occasion"
        ? "2026-12-30"
        : { 12: "2027-11-22", 24: "2028-11-22" }[retention.months];
    expect([kind, refusal(kind)]).toEqual([kind, expected]);
  }
});

test("a consent that ends earlier ends the fact on the day before", () => {
  const consent = { ...on("birthday").consent, expiresOn: "2027-02-01" } as never;
  expect(refusal("birthday", {}, { consent })).toBe("2027-01-31");
});

test("each broken rule is named", () => {
  const person = { isRestricted: false, isPlaceholder: false, hasObjectedToProfiling: false };
  const child = { ...on("child_birthday").consent, isByGuardian: false } as never;
  const cases: [string, FactKind, Partial<FactDraft>, Partial<FactCircumstances>][] = [
    ["person_restricted", "school", {}, { person: { ...person, isRestricted: true } }],
    ["person_is_placeholder", "school", {}, { person: { ...person, isPlaceholder: true } }],
    ["profiling_objected", "sports", {}, { person: { ...person, hasObjectedToProfiling: true } }],
    ["already_held", "birthday", {}, { isHeld: true }],
    ["value_form", "school", { value: { shape: "year", year: 1990 } }, {}],
    ["basis_not_enough", "itinerary", { basis: "public_source", source: "网站" }, {}],
    ["basis_not_enough", "family", { basis: "contract_party", source: "合同" }, {}],
    ["source_missing", "school", { basis: "public_source" }, {}],
    ["purpose_missing", "school", { purpose: " " }, {}],
    ["consent_missing", "school", {}, { consent: null }],
    ["guardian_missing", "child_birthday", {}, { consent: child }],
    ["guardian_missing", "child_birthday", {}, { consent: null }],
    ["assessment_missing", "itinerary", {}, { isAssessed: false }],
    ["occasion_missing", "itinerary", { occasionOn: null }, {}],
    ["verified_in_future", "school", { verifiedOn: "2026-11-23" }, {}],
    ["past_retention", "school", { verifiedOn: "2024-11-21" }, {}],
    ["past_retention", "itinerary", { occasionOn: "2026-10-22" }, {}],
    ["expires_too_late", "school", { expiresOn: "2028-11-23" }, {}],
    ["expires_in_past", "school", { expiresOn: "2026-11-21" }, {}],
  ];
  for (const [expected, kind, change, circumstances] of cases)
    expect([kind, refusal(kind, change, circumstances)]).toEqual([kind, expected]);
});

test("an objection to profiling leaves what is no profile alone; several schools may be held", () => {
  const person = { isRestricted: false, isPlaceholder: false, hasObjectedToProfiling: true };
  expect(refusal("school", {}, { person, isHeld: true })).toBe("2028-11-22");
});

test("whatever may be kept ends by its retention, by its consent and not before today", () => {
  const days = fc
    .integer({ min: -1200, max: 40 })
    .map((n) => new Date(Date.UTC(2026, 10, 22 + n)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.constantFrom(...factKinds),
      days,
      fc.option(days),
      days,
      fc.boolean(),
      (kind, verifiedOn, occasionOn, consentEnd, isAssessed) => {
        const basis = basesOfKind(kind)[0] ?? "consent";
        const consent = { ...on(kind).consent, expiresOn: consentEnd } as never;
        const wanted = draft(kind, { verifiedOn, occasionOn, basis, source: "公开" });
        const answer = mayEnterFact(wanted, on(kind, { consent, isAssessed }));
        if ("refusal" in answer) return;
        const retention = retentionEndsOn(kind, { verifiedOn, occasionOn });
        expect(answer.expiresOn <= (retention ?? "")).toBe(true);
        expect(answer.expiresOn >= today).toBe(true);
        if (basis === "consent") expect(answer.expiresOn < consentEnd).toBe(true);
        if (factRules[kind].class === "S") expect(isAssessed).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test("retention counts months to the same day, or the month's last; an occasion counts days", () => {
  const verified = (verifiedOn: string) =>
    retentionEndsOn("school", { verifiedOn, occasionOn: null });
  expect(verified("2024-02-29")).toBe("2026-02-28");
  expect(verified("2026-11-30")).toBe("2028-11-30");
  expect(retentionEndsOn("itinerary", { verifiedOn: today, occasionOn: "2026-12-31" })).toBe(
    "2027-01-30",
  );
  expect(dayNumberFromIso(verified(today) ?? "")).not.toBeNull();
});

test("facts that end within 30 days are due; what is kept for an occasion just ends", () => {
  expect(isDueForVerification("school", "2026-12-22", today)).toBe(true);
  expect(isDueForVerification("school", "2026-12-23", today)).toBe(false);
  expect(isDueForVerification("itinerary", "2026-11-23", today)).toBe(false);
});
