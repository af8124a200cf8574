import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dossierCompleteness,
  type FactPrompt,
  kindsToAsk,
  questionsForNextVisit,
} from "./ask-next-visit.ts";
import { type FactKind, factKinds, factRules, firstFactKinds } from "./fact-kind.ts";

const today = "2026-11-22";
const prompt = (
  kind: FactKind,
  state: FactPrompt["state"],
  putOffUntil: string | null = null,
): FactPrompt => ({ kind, state, putOffUntil });
const ask = (held: FactKind[], prompts: FactPrompt[] = [], hasObjectedToProfiling = false) =>
  questionsForNextVisit(held, prompts, { today, hasObjectedToProfiling }).map(
    ({ kind, isTakenUp }) => (isTakenUp ? `${kind}!` : kind),
  );

test("the five first fields come first, three at a time", () => {
  expect(ask([])).toEqual(firstFactKinds.slice(0, 3));
  expect(ask([...firstFactKinds])).toEqual(["birth_year", "family", "has_children"]);
});

test("what was taken up leads; what was put off waits for its day; what was refused is not asked again", () => {
  const prompts = [
    prompt("sports", "ask"),
    prompt("organisation_role", "put_off", "2026-12-01"),
    prompt("birthday", "refused"),
    prompt("hometown", "put_off", "2026-11-22"),
  ];
  expect(ask([], prompts)).toEqual(["sports!", "hometown", "school", "leisure"]);
});

test("who objected to profiling is not asked for interests or character", () => {
  expect(ask([...firstFactKinds], [], true)).toEqual(["birth_year", "family", "has_children"]);
  expect(dossierCompleteness([], [], true).wanted).toBe(
    kindsToAsk.filter((kind) => !factRules[kind].isProfile).length,
  );
});

test("sensitive facts are never asked for and never make a dossier fuller", () => {
  fc.assert(
    fc.property(
      fc.subarray([...factKinds]),
      fc.subarray([...factKinds]),
      fc.boolean(),
      (held, refused, objected) => {
        const prompts = refused.map((kind) => prompt(kind, "refused"));
        const sensitive = factKinds.filter((kind) => factRules[kind].class === "S");
        const plain = held.filter((kind) => !sensitive.includes(kind));
        const before = dossierCompleteness(plain, prompts, objected);
        expect(dossierCompleteness([...plain, ...sensitive], prompts, objected)).toEqual(before);
        expect(before.known).toBeLessThanOrEqual(before.wanted);
        for (const { kind } of questionsForNextVisit(held, prompts, {
          today,
          hasObjectedToProfiling: objected,
        })) {
          expect(factRules[kind].class).not.toBe("S");
          expect(held).not.toContain(kind);
          expect(refused).not.toContain(kind);
        }
      },
    ),
  );
});

test("a refusal of the person does not count as missing", () => {
  const { wanted } = dossierCompleteness([], [], false);
  expect(dossierCompleteness([], [prompt("family", "refused")], false).wanted).toBe(wanted - 1);
});
