import { expect, test } from "vitest";
import { minuteWords } from "./minute-words.ts";

test.each([
  [0, "00:00"],
  [545, "09:05"],
  [1440, "24:00"],
])("minute %d of the day is %s", (minute, words) => {
  expect(minuteWords(minute)).toBe(words);
});
