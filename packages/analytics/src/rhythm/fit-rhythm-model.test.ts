import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { fitRhythmModel } from "./fit-rhythm-model.ts";
import { packOrderDays } from "./order-day-histories.ts";
import { scoreRhythm } from "./score-rhythm.ts";

const asOf = 20_000;

const drawAccounts = (accounts: number, shape: number, seed: number): number[][] => {
  const random = seededRandom(seed);
  return Array.from({ length: accounts }, () => {
    const days: number[] = [];
    let day = asOf - 900 + random.uniform() * 40;
    while (day <= asOf) {
      days.push(Math.round(day));
      day += Math.max(1, random.gamma(shape, shape / 40));
    }
    return days;
  });
};

test("fewer than 200 accounts with two gaps get the shipped prior, and are told so", () => {
  const model = fitRhythmModel(packOrderDays(drawAccounts(150, 9, 1)), asOf);
  expect(model.prior).toBe("default");
  expect(model.accountsUsed).toBe(150);
});

test("a portfolio of regular buyers teaches regular gaps, one of random buyers random gaps", () => {
  const regular = fitRhythmModel(packOrderDays(drawAccounts(220, 9, 2)), asOf);
  const random = fitRhythmModel(packOrderDays(drawAccounts(220, 1, 3)), asOf);
  expect(regular.prior).toBe("fitted");
  expect(regular.stageWeights[3]! + regular.stageWeights[4]!).toBeGreaterThan(0.6);
  expect(random.stageWeights[0]!).toBeGreaterThan(0.5);
});

test("a fitted model survives being stored as JSON", () => {
  const histories = packOrderDays(drawAccounts(210, 4, 4));
  const model = fitRhythmModel(histories, asOf);
  const stored = JSON.parse(JSON.stringify(model));
  expect(stored).toEqual(model);
  expect(scoreRhythm(stored, histories, 7, asOf + 30)).toEqual(
    scoreRhythm(model, histories, 7, asOf + 30),
  );
});

test("orders after the fit's day teach it nothing", () => {
  const accounts = drawAccounts(210, 4, 5);
  const later = accounts.map((days) => [...days, asOf + 3, asOf + 9]);
  expect(fitRhythmModel(packOrderDays(later), asOf)).toEqual(
    fitRhythmModel(packOrderDays(accounts), asOf),
  );
});

test("weights are shares", () => {
  const model = fitRhythmModel(packOrderDays(drawAccounts(220, 2, 6)), asOf);
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  expect(sum(model.stageWeights)).toBeCloseTo(1, 9);
  expect(sum(model.clockWeights)).toBeCloseTo(1, 9);
});
