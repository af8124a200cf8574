import { expect, test } from "vitest";
import { packOrderDays } from "../src/rhythm/order-day-histories.ts";
import { naiveRules, ninetyDayRule } from "./naive-rules.ts";

// Gaps of 10, 30 and 20 days, then 40 days of silence; the second account has one order only.
const histories = packOrderDays([[1000, 1010, 1040, 1060], [1000]]);
const scoreOf = (rule: keyof typeof naiveRules, asOf = 1100) =>
  naiveRules[rule](histories, asOf)[0]!;

test("each rule reads the silence its own way", () => {
  expect(scoreOf("recency")).toBe(40);
  expect(scoreOf("recency ÷ mean gap")).toBe(2);
  expect(scoreOf("z-score of gap")).toBeCloseTo(2, 12);
  expect(scoreOf("recency ÷ longest gap")).toBeCloseTo(4 / 3, 12);
});

test("an account without a gap never alarms", () => {
  for (const rule of Object.values(naiveRules)) expect(rule(histories, 2000)[1]).toBe(0);
});

test("the Poisson view grows with the silence and stays a probability", () => {
  const [early, late] = [scoreOf("Poisson P(dead)", 1070), scoreOf("Poisson P(dead)", 1300)];
  expect(early).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(early);
  expect(late).toBeLessThan(1);
});

test("the same window of last years counts the orders those weeks used to bring", () => {
  const yearly = packOrderDays([[1000, 1365, 1730, 2100]]);
  const missed = naiveRules["same window of last years"](yearly, 2100 + 390)[0]!;
  const early = naiveRules["same window of last years"](yearly, 2100 + 100)[0]!;
  expect(missed).toBeGreaterThan(0.9);
  expect(early).toBe(0);
});

test("the 90-day rule alarms from day 91 on", () => {
  expect(ninetyDayRule(histories, 1150)[0]).toBe(0);
  expect(ninetyDayRule(histories, 1151)[0]).toBe(1);
});
