import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { runLengthHistories } from "./run-length.ts";
import { thinnedHistories } from "./thinned-histories.ts";

test("a thinned part keeps the heavy rows, the total and the mix of light ones", () => {
  const n = 40_000;
  const random = seededRandom(6);
  const x = Float64Array.from({ length: n }, () => Math.floor(5 * random.uniform()));
  const T = Float64Array.from({ length: n }, (_, i) => 50 + (i % 997));
  const weight = Float64Array.from({ length: n }, (_, i) => (i === 7 ? 10_000 : 1));
  const whole = runLengthHistories({ x, tx: x.map((v) => Math.min(v, 3)), T, weight });
  for (const part of [thinnedHistories(whole, 1_000), thinnedHistories(whole, 5_000)]) {
    expect(part.customers / whole.customers).toBeCloseTo(1, 1);
    expect(Math.max(...part.weight)).toBe(Math.max(...whole.weight));
    for (let count = 0; count < 5; count++) {
      expect(part.customersByX[count]! / whole.customersByX[count]!).toBeCloseTo(1, 0.4);
    }
    for (let row = 0; row < part.rows; row++) {
      const tx = part.times[part.txTime[row]!];
      expect(tx).toBe(Math.min(part.x[row]!, 3));
    }
  }
});
