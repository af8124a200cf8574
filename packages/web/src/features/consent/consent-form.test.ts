import type { ConsentTextView } from "@mainstay/contract/consent";
import { expect, test } from "vitest";
import { bodyOfForm, needsGuardianOf, needsOfMethod, textOfScope } from "./consent-form.ts";

const text = (scope: ConsentTextView["scope"]) => ({ id: scope[0], scope }) as ConsentTextView;
const form = { textId: "t", method: "paper", givenOn: "2026-11-22" } as const;

test("paper and messages need a file, the spoken word a witness, a child a guardian", () => {
  expect(needsOfMethod("paper")).toEqual({ evidence: true, witness: false });
  expect(needsOfMethod("wecom_reply").evidence).toBe(true);
  expect(needsOfMethod("oral_witnessed")).toEqual({ evidence: false, witness: true });
  expect(needsOfMethod("portal")).toEqual({ evidence: false, witness: false });
  expect(needsGuardianOf(text(["child_birthday"]))).toBe(true);
  expect(needsGuardianOf(text(["birthday"]))).toBe(false);
  expect(needsGuardianOf(undefined)).toBe(false);
});

test("what the chosen way does not ask for is not sent", () => {
  const said = { ...form, witness: " 李四 ", expiresOn: null, scope: [] };
  expect(bodyOfForm(said, "file")).toEqual({ ...form, evidenceFileId: "file" });
  expect(bodyOfForm({ ...said, method: "oral_witnessed" }, "file")).toEqual({
    ...form,
    method: "oral_witnessed",
    witness: "李四",
  });
});

test("the text for a scope is the one that speaks of it", () => {
  const texts = [text(["birthday", "birth_year"]), text(["itinerary"])];
  expect(textOfScope(texts, "birth_year")).toBe(texts[0]);
  expect(textOfScope(texts, "sports")).toBeUndefined();
  expect(textOfScope(texts, undefined)).toBeUndefined();
});
