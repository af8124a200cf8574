import { expect, test } from "vitest";
import { suggestStyle } from "./suggest-style.ts";

const seen = (pace: string, focus: string, opensWith: string, wants: string) => [
  { question: "pace", answer: pace },
  { question: "focus", answer: focus },
  { question: "opens_with", answer: opensWith },
  { question: "wants", answer: wants },
];

test("the pure forms are told apart", () => {
  expect(suggestStyle(seen("fast", "task", "result", "options"))).toBe("driver");
  expect(suggestStyle(seen("fast", "people", "story", "vision"))).toBe("expressive");
  expect(suggestStyle(seen("measured", "people", "wellbeing", "agreement"))).toBe("amiable");
  expect(suggestStyle(seen("measured", "task", "detail", "proof"))).toBe("analytical");
});

test("mixed observations go with the majority of each axis", () => {
  expect(suggestStyle(seen("fast", "task", "detail", "proof"))).toBe("analytical");
  expect(suggestStyle(seen("measured", "people", "result", "vision"))).toBe("expressive");
});

test("an open question leaves the style open", () => {
  expect(suggestStyle(seen("fast", "task", "result", "options").slice(1))).toBeNull();
  expect(suggestStyle([])).toBeNull();
});
