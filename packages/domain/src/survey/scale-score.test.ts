import { expect, test } from "vitest";
import { isDissatisfied, isSatisfied, normalisedScore, scaleEnds } from "./scale-score.ts";
import { voiceScales } from "./survey-kind.ts";

test("the ends of every scale are 0 and 100", () => {
  for (const scale of voiceScales) {
    const { low, high } = scaleEnds[scale];
    expect([normalisedScore(scale, low), normalisedScore(scale, high)]).toEqual([0, 100]);
  }
});

test("dissatisfied ends where neither begins, and satisfied begins where neither ends", () => {
  const border = { nps: [6, 9], csat: [2, 4], ces: [3, 5] } as const;
  for (const scale of voiceScales) {
    const [low, high] = border[scale];
    expect([isDissatisfied(scale, low), isDissatisfied(scale, low + 1)]).toEqual([true, false]);
    expect([isSatisfied(scale, high), isSatisfied(scale, high - 1)]).toEqual([true, false]);
  }
});
