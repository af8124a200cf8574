import { expect, test } from "vitest";
import { remembered } from "./remembered.ts";

test("a remembered answer is the answer, however many pairs share a place", () => {
  let calls = 0;
  const answer = (p: number, q: number) => {
    calls++;
    return 1_000 * p + q;
  };
  for (const rows of [1, 100, 1_000_000]) {
    const quick = remembered(rows, answer);
    for (let round = 0; round < 2; round++) {
      for (let p = 0; p < 60; p++) {
        for (let q = 0; q < 60; q++) expect(quick(p, q / 7)).toBe(1_000 * p + q / 7);
      }
    }
  }
  expect(calls).toBeLessThan(3 * 2 * 3_600);
  expect(calls).toBeGreaterThanOrEqual(3 * 3_600);
});
