import { expect, test } from "vitest";
import { findPhraseFaults, findStrayWords } from "./phrase-rules.ts";

test("both languages fill the same places; a singular may leave out the count", () => {
  const zh = { today: { title: "今天", calls_other: "{{count, number}} 通电话，{{name}}" } };
  const good = {
    calls_one: "One call, {{name}}",
    calls_other: "{{count, number}} calls, {{name}}",
  };
  expect(findPhraseFaults(zh, { today: { title: "Today", ...good } })).toEqual([]);
  const nameless = { ...good, calls_one: "One call" };
  expect(findPhraseFaults(zh, { today: { title: "Today", ...nameless } })).toHaveLength(1);
  const stranger = { ...good, calls_other: "{{count}} calls of {{who}}, {{name}}" };
  expect(findPhraseFaults(zh, { today: { title: "Today", ...stranger } })).toHaveLength(1);
});

test("empty phrases, Chinese in the English and phrases of one language only are refused", () => {
  expect(findPhraseFaults({ a: "" }, { a: "A" })).toHaveLength(1);
  expect(findPhraseFaults({ a: "甲" }, { a: "甲" })).toHaveLength(1);
  expect(findPhraseFaults({ chinese: "中文" }, { chinese: "中文" })).toEqual([]);
  expect(findPhraseFaults({}, { a: "A" })).toHaveLength(1);
});

test("pages hold no words of their own, comments may", () => {
  const faults = (text: string) => findStrayWords({ path: "packages/web/src/a.tsx", text });
  expect(faults("export const title = '今天';")).toHaveLength(1);
  expect(faults("// 今天\nexport const title = t('today');")).toEqual([]);
});
