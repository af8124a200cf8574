import { expect, test } from "vitest";
import { demoNeeds } from "./demo-needs.ts";

test("no two accounts of the demo put a need in the same words, for six accounts a need", () => {
  const titles = demoNeeds.flatMap(({ title, others }) => [
    title,
    ...others.map((other) => other.title),
  ]);
  expect(new Set(titles).size).toBe(titles.length);
  expect(demoNeeds.every(({ others }) => others.length >= 5)).toBe(true);
});
