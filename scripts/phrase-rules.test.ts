import { expect, test } from "vitest";
import { findPhraseFaults, findStrayWords, flattenPhrases } from "./phrase-rules.ts";

test("dictionaries are compared by dotted keys", () => {
  expect(flattenPhrases({ task: { add: "安排", due: { on: "到期" } } })).toEqual({
    "task.add": "安排",
    "task.due.on": "到期",
  });
});

test("a key that one language lacks is a fault", () => {
  expect(findPhraseFaults({ a: "甲", b: "乙" }, { a: "A", c: "C" })).toEqual([
    "b: English is missing",
    "c: Chinese is missing",
  ]);
});

test("the singular that only English has is no fault", () => {
  expect(
    findPhraseFaults(
      { n_other: "{{count}} 项" },
      { n_one: "{{count}} row", n_other: "{{count}} rows" },
    ),
  ).toEqual([]);
});

test("both languages fill in the same places", () => {
  expect(findPhraseFaults({ a: "{{name}}好" }, { a: "Hello" })).toHaveLength(1);
});

test("Chinese in an English phrase and half-width marks in a Chinese one are faults", () => {
  expect(findPhraseFaults({ a: "好,的" }, { a: "OK 好" })).toEqual([
    "a: half-width punctuation in Chinese",
    "a: Chinese in English",
  ]);
});

test("words written into a screen are found with their line, comments are left alone", () => {
  const screen = `// 注释\nconst a = "保存";\n<p>Save it</p>\n<input placeholder="Type here" />`;
  expect(findStrayWords(screen)).toEqual([
    { line: 2, words: "保存" },
    { line: 3, words: "Save it" },
    { line: 4, words: "Type here" },
  ]);
});
