import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { runLengthHistories } from "./run-length.ts";

test("merging equal rows loses and invents no account", () => {
  const random = seededRandom(12);
  const n = 20_000;
  const x = Float64Array.from({ length: n }, () => Math.floor(4 * random.uniform()));
  const T = Float64Array.from({ length: n }, () => 20 + Math.floor(12 * random.uniform()));
  const tx = x.map((count, i) => (count === 0 ? 0 : Math.floor(T[i]! * random.uniform())));
  const counted = new Map<string, number>();
  for (let i = 0; i < n; i++) {
    const key = `${x[i]} ${tx[i]} ${T[i]}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  const merged = runLengthHistories({ x, tx, T });
  expect(merged.rows).toBe(counted.size);
  expect(merged.customers).toBe(n);
  for (let row = 0; row < merged.rows; row++) {
    const [tx, T] = [merged.times[merged.txTime[row]!], merged.times[merged.TTime[row]!]];
    expect(merged.weight[row]).toBe(counted.get(`${merged.x[row]} ${tx} ${T}`));
  }
  expect(merged.customersByX.reduce((sum, w) => sum + w, 0)).toBe(n);
  expect(new Set(merged.times).size).toBe(merged.times.length);
});

test("accounts of weight 0 are left out", () => {
  const one = Float64Array.of(1, 1);
  const merged = runLengthHistories({ x: one, tx: one, T: one, weight: Float64Array.of(0, 3) });
  expect([merged.rows, merged.customers]).toEqual([1, 3]);
});
