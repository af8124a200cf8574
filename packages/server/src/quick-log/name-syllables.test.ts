import { expect, test } from "vitest";
import { nameSyllables } from "./name-syllables.ts";

test("names are spelt syllable by syllable, surnames as in names", () => {
  expect(nameSyllables("张伟", true)).toBe("zhang wei");
  expect(nameSyllables("单雄信", true)).toBe("shan xiong xin");
  expect(nameSyllables("欧阳·娜", true)).toBe("ou yang na");
  expect(nameSyllables("万华化学", false)).toBe("wan hua hua xue");
  expect(nameSyllables("John  Smith", true)).toBe("john smith");
});
