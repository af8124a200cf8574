import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { cdnowIsPresent, cdnowOrderDays } from "../../test-support/reference-data.ts";
import { estimateRegularity, type RegularityMethod } from "./regularity.ts";

/** Order-days with Erlang-k gaps of about 200 days, so that whole days hardly blur them. */
const rhythmOf = (k: number, accounts: number, orders: number) => {
  const random = seededRandom(k);
  const days: number[] = [];
  const offsets = [0];
  for (let i = 0; i < accounts; i++) {
    let now = 0;
    for (let o = 0; o < orders; o++) days.push(Math.ceil((now += random.gamma(k, k / 200) + 1)));
    offsets.push(days.length);
  }
  return { offsets: Int32Array.from(offsets), days: Int32Array.from(days) };
};

test("a known rhythm is recognised by every method", () => {
  for (const k of [1, 3, 9]) {
    const days = rhythmOf(k, 3_000, 12);
    expect(estimateRegularity(days)! / k).toBeCloseTo(1, 0.8);
    for (const method of ["likelihood", "minka", "thom", "variation"] as RegularityMethod[]) {
      const estimate = estimateRegularity(days, method)!;
      // The median of estimates from 11 gaps each is high by about a sixth (variation: by less).
      expect(estimate / k).toBeGreaterThan(0.95);
      expect(estimate / k).toBeLessThan(1.35);
    }
  }
});

test("Minka's and Thom's formulas stay close to the likelihood's own maximum", () => {
  const days = rhythmOf(3, 500, 15);
  const exact = estimateRegularity(days, "likelihood")!;
  expect(Math.abs(estimateRegularity(days, "minka")! / exact - 1)).toBeLessThan(0.015);
  expect(Math.abs(estimateRegularity(days, "thom")! / exact - 1)).toBeLessThan(0.01);
});

test("too few gaps give no estimate", () => {
  const days = { offsets: Int32Array.of(0, 2, 3), days: Int32Array.of(1, 5, 9) };
  expect(estimateRegularity(days)).toBeNull();
  expect(estimateRegularity(days, "likelihood")).toBeNull();
});

test.skipIf(!cdnowIsPresent)("CDNOW customers order at random times", () => {
  // Published 0.986 picks one of the last two gaps at random (spread of that draw: 0.003).
  expect(Math.abs(estimateRegularity(cdnowOrderDays("sample"))! - 0.986)).toBeLessThan(0.003);
});
