import { expect, test } from "vitest";
import { accountScoreOf } from "./account-score.ts";

const user = (score: number, influence: number | null = 1) =>
  ({ score, influence, role: "user" }) as const;
const buyer = (score: number, influence = 5) =>
  ({ score, influence, role: "economic_buyer" }) as const;

test("answers weigh by influence and role", () => {
  // 10 × 8 + 5.2 × 6 over 15.2.
  const score = accountScoreOf("nps", [buyer(8), { score: 6, influence: 4, role: "technical" }])!;
  expect(score.mean).toBeCloseTo(111.2 / 15.2, 10);
  expect(score).toMatchObject({ n: 2, buyerScore: 8, isBuyerDissatisfied: false });
});

test("an influence nobody judged counts 3", () => {
  const score = accountScoreOf("csat", [user(5, null), user(1, 3)])!;
  expect(score.mean).toBe(3);
  expect(score).toMatchObject({ normalised: 50, buyerScore: null, isBuyerDissatisfied: false });
});

test("one dissatisfied economic buyer is flagged however many others are delighted", () => {
  const crowd = Array.from({ length: 200 }, () => user(10, 5));
  const score = accountScoreOf("nps", [...crowd, buyer(0, 1)])!;
  expect(score.mean).toBeGreaterThan(9.9);
  expect(score).toMatchObject({ buyerScore: 0, isBuyerDissatisfied: true });
});

test("of several economic buyers the worst answer stands", () => {
  expect(accountScoreOf("csat", [buyer(5), buyer(2)])).toMatchObject({
    buyerScore: 2,
    isBuyerDissatisfied: true,
  });
});

test("without answers there is no score", () => {
  expect(accountScoreOf("ces", [])).toBeNull();
});
