import fc from "fast-check";
import { expect, test } from "vitest";
import { profileTopics } from "../account/profile-topic.ts";
import { buyingRoles } from "../buying-role/buying-role.ts";
import { signalKinds } from "../signal/signal-kind.ts";
import { type BriefFacts, mostBriefQuestions, questionsForBrief } from "./brief-questions.ts";
import { materialFor, roleMaterials } from "./role-material.ts";

const quiet: BriefFacts = {
  signals: [],
  unknownStances: [],
  staleStances: [],
  economicBuyerName: "张总",
  placeholders: [],
  openTopics: [],
  overduePromises: 0,
};

test("an account of which everything is known leaves nothing to ask", () => {
  expect(questionsForBrief(quiet)).toEqual([]);
});

test("what we owe comes first, then what a warning leaves open, then who decides", () => {
  const codes = questionsForBrief({
    ...quiet,
    signals: ["economic_buyer_unknown", "rhythm_broken"],
    economicBuyerName: null,
    overduePromises: 2,
    openTopics: ["latent_needs"],
  }).map(({ code }) => code);
  expect(codes).toEqual(["promise", "signal", "who_decides", "topic"]);
});

test("however much is open, no more than seven questions are taken along, none twice", () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 9 });
  fc.assert(
    fc.property(
      fc.record({
        signals: fc.subarray([...signalKinds]),
        unknownStances: names,
        staleStances: names,
        economicBuyerName: fc.option(fc.string()),
        placeholders: names,
        openTopics: fc.subarray([...profileTopics]),
        overduePromises: fc.nat(9),
      }),
      (facts) => {
        const questions = questionsForBrief(facts);
        expect(questions.length).toBeLessThanOrEqual(mostBriefQuestions);
        expect(new Set(questions.map((one) => JSON.stringify(one))).size).toBe(questions.length);
      },
    ),
  );
});

test.each([
  ["economic_buyer", "采购总监", "采购部", "industry_value"],
  [null, "采购经理", "采购部", "cost_comparison"],
  ["gatekeeper", "采购总监", null, "cost_comparison"],
  [null, "财务总监", "财务部", "payment_and_risk"],
  ["technical", "总工程师", "技术部", "technical_proof"],
  [null, "董事长", "总经办", "industry_value"],
  ["user", "车间主任", "生产部", "effect_in_use"],
  [null, "Head of Procurement", "Supply chain", "cost_comparison"],
  [null, null, null, "effect_in_use"],
] as const)("for %s %s in %s bring %s", (role, title, department, material) => {
  expect(materialFor({ role, title, department })).toBe(material);
});

test("every role has a material", () => {
  for (const role of buyingRoles)
    expect(roleMaterials).toContain(materialFor({ role, title: null, department: null }));
});
