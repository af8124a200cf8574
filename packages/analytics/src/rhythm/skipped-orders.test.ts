import { expect, test } from "vitest";
import { packOrderDays } from "./order-day-histories.ts";
import { defaultRhythmModel } from "./rhythm-model.ts";
import { scoreRhythm } from "./score-rhythm.ts";

const start = 18_000;
const daysOf = (gaps: number[]): number[] =>
  gaps.reduce((list, gap) => [...list, list.at(-1)! + gap], [start]);
const lostAfter = (gaps: number[], silence: number): number => {
  const days = daysOf(gaps);
  const model = defaultRhythmModel(start);
  return scoreRhythm(model, packOrderDays([days]), 0, days.at(-1)! + silence).pLost!;
};

const steady = Array.from({ length: 40 }, (_, i) => 29 + (i % 3));
const skipping = steady.map((gap, i) => (i % 7 === 3 ? 2 * gap : gap));

test("a steady buyer who skips an order now and then is not lost when one more is missing", () => {
  expect(lostAfter(skipping, 50)).toBeLessThan(0.15);
  expect(lostAfter(steady, 50)).toBeGreaterThan(lostAfter(skipping, 50) + 0.3);
});

test("three orders missing in a row are not a habit any more", () => {
  expect(lostAfter(skipping, 125)).toBeGreaterThan(0.6);
});
