import { expect, test } from "vitest";
import { factKinds, factRules, firstFactKinds } from "./fact-kind.ts";
import { basesOfKind } from "./may-enter-fact.ts";

const kindsOf = (one: "B" | "P" | "S") => factKinds.filter((kind) => factRules[kind].class === one);

test("what is sensitive by facts § 1 is class S, rests on consent alone and is no profile", () => {
  expect(kindsOf("S")).toEqual([
    "child_birthday",
    "diet_restriction",
    "last_holiday",
    "next_holiday",
    "itinerary",
    "public_identity",
  ]);
  for (const kind of kindsOf("S")) {
    expect(basesOfKind(kind)).toEqual(["consent"]);
    expect(factRules[kind].isProfile).toBeUndefined();
  }
});

test("the role in the organisation is business; everything else that is not sensitive is personal", () => {
  expect(kindsOf("B")).toEqual(["organisation_role"]);
});

test("a default basis is one the kind may rest on; a contract with the company carries nothing personal", () => {
  for (const kind of factKinds) {
    expect(basesOfKind(kind)).toContain(factRules[kind].defaultBasis);
    if (factRules[kind].class !== "B") expect(basesOfKind(kind)).not.toContain("contract_party");
  }
});

test("none of the five first fields is sensitive", () => {
  expect(firstFactKinds).toHaveLength(5);
  for (const kind of firstFactKinds) expect(factRules[kind].class).not.toBe("S");
});
