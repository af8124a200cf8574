import { expect } from "vitest";
import type { RepeatHistories } from "../src/purchase-model/repeat-history.ts";

/** Repeat histories from rows of [x, tx, T]. */
export const historiesOf = (...rows: [x: number, tx: number, T: number][]): RepeatHistories => ({
  x: Float64Array.from(rows, (row) => row[0]),
  tx: Float64Array.from(rows, (row) => row[1]),
  T: Float64Array.from(rows, (row) => row[2]),
});

/** The five CDNOW customers for whom every model's figures are published (weeks). */
export const fiveCustomers = historiesOf(
  [0, 0, 38.857143],
  [1, 1.714286, 38.857143],
  [2, 30.428571, 38.857143],
  [7, 29.428571, 38.857143],
  [26, 30.857143, 31],
);

/** Fails unless each value equals its published figure to the given relative tolerance. */
export const expectAll = (
  values: ArrayLike<number>,
  published: readonly number[],
  relative = 1e-5,
): void => {
  expect(values.length).toBe(published.length);
  published.forEach((truth, i) => {
    const off = Math.abs(values[i]! - truth);
    expect(off, `value ${i}: ${values[i]} against ${truth}`).toBeLessThanOrEqual(
      relative * Math.abs(truth),
    );
  });
};
