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

test("times that are nearly all different are taken as they are", () => {
  const n = 70_000;
  const T = Float64Array.from({ length: n }, (_, i) => 10 + i / 1_000);
  const x = new Float64Array(n).fill(1);
  const merged = runLengthHistories({ x, tx: T.map((t) => t / 2), T });
  expect([merged.rows, merged.customers]).toEqual([n, n]);
  for (const row of [0, 1, n - 1]) {
    expect(merged.times[merged.txTime[row]!]! * 2).toBe(merged.times[merged.TTime[row]!]);
    expect(merged.times[merged.TTime[row]!]).toBe(T[row]);
  }
});

test("accounts that differ only in their number of orders are never merged", () => {
  const n = 50_000;
  const x = Float64Array.from({ length: n }, (_, i) => i + 1);
  const merged = runLengthHistories({
    x,
    tx: new Float64Array(n).fill(3),
    T: new Float64Array(n).fill(9),
  });
  expect(merged.rows).toBe(n);
});
