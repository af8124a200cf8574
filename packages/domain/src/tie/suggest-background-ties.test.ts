import { expect, test } from "vitest";
import { type BackgroundFact, suggestBackgroundTies } from "./suggest-background-ties.ts";

const school = (personId: string, words: string): BackgroundFact => ({
  personId,
  kind: "school",
  words,
});
const town = (personId: string, words: string): BackgroundFact => ({
  personId,
  kind: "hometown",
  words,
});
const none = () => false;

test("two people of one school or one town are suggested, however it is spelt", () => {
  const facts = [
    school("b", "浙江大学"),
    school("a", "浙江 大学"),
    town("c", "Ningbo, Zhejiang"),
    town("a", "ningbo zhejiang"),
    school("d", "复旦大学"),
  ];
  const found = suggestBackgroundTies(facts, none);
  expect(
    found.map(({ kind, fromPersonId, toPersonId }) => [kind, fromPersonId, toPersonId]),
  ).toEqual([
    ["fellow_townsman", "a", "c"],
    ["schoolmate", "a", "b"],
  ]);
  expect(suggestBackgroundTies(facts.toReversed(), none)).toEqual(found);
});

test("a school and a town of one name are two things, and nobody is their own schoolmate", () => {
  expect(suggestBackgroundTies([school("a", "长安"), town("b", "长安")], none)).toEqual([]);
  expect(suggestBackgroundTies([school("a", "长安"), school("a", "长安")], none)).toEqual([]);
  expect(suggestBackgroundTies([school("a", " "), school("b", "·")], none)).toEqual([]);
});

test("what is drawn already is not suggested again", () => {
  const facts = [school("a", "同济"), school("b", "同济"), school("c", "同济")];
  const left = suggestBackgroundTies(
    facts,
    ({ fromPersonId, toPersonId }) => fromPersonId === "a" && toPersonId === "b",
  );
  expect(left.map(({ fromPersonId, toPersonId }) => fromPersonId + toPersonId)).toEqual([
    "ac",
    "bc",
  ]);
});

test("a circle too large to say anything about two people is left out", () => {
  const many = (count: number) =>
    suggestBackgroundTies(
      Array.from({ length: count }, (_, i) => town(`p${i}`, "上海")),
      none,
    );
  expect(many(12)).toHaveLength(66);
  expect(many(13)).toEqual([]);
});
