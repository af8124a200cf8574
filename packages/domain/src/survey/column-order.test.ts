import { expect, test } from "vitest";
import { runsBackwards, scaleOfColumns } from "./column-order.ts";

const columns = (...words: string[]) => words.map((zh, i) => ({ key: `${i}`, zh }));
const english = (...words: string[]) => words.map((en, i) => ({ key: `${i}`, en }));
const five = ["非常满意", "满意", "一般", "不满意", "非常不满意"];

test("a scored matrix with the best column first runs backwards, in either language", () => {
  expect(runsBackwards(columns(...five))).toBe(true);
  expect(runsBackwards(columns(...five.toReversed()))).toBe(false);
  const agree = ["Strongly agree", "Agree", "Neither", "Disagree", "Strongly disagree"];
  expect(runsBackwards(english(...agree))).toBe(true);
  expect(runsBackwards(english(...agree.toReversed()))).toBe(false);
});

test("columns that are no scale, or whose words say nothing of good and bad, are left alone", () => {
  expect(scaleOfColumns(columns("做到了", "部分做到", "没有做到"))).toBeNull();
  expect(runsBackwards(columns("满意", "一般", "不满意"))).toBe(false);
  expect(runsBackwards(columns("1", "2", "3", "4", "5"))).toBe(false);
  expect(runsBackwards([])).toBe(false);
});
