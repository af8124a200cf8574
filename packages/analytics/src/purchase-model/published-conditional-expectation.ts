import { futureOrdersUntilLeaving } from "./future-orders-until-leaving.ts";
import { type MbgCnbdKParameters, mbgCnbdKExpectation, mbgCnbdKPAlive } from "./mbg-cnbd-k.ts";
import { remembered } from "./remembered.ts";
import type { RepeatHistories } from "./repeat-history.ts";

/**
 * The conditional expectation as Platzer & Reutterer's BTYDplus computes it, for comparison with published
 * figures: MBG/NBD's formula with α replaced by kα for the living account, and, for a whole cohort
 * (`cohortScaled`), everything scaled so that the sum equals the exact unconditional growth. Our own
 * {@link mbgCnbdKConditionalExpectation} is exact per account and needs no scaling.
 */
export const publishedConditionalExpectation = (
  parameters: MbgCnbdKParameters,
  histories: RepeatHistories,
  horizon: number,
  cohortScaled: boolean,
): Float64Array => {
  const { k, r, alpha, a, b } = parameters;
  const expected = mbgCnbdKPAlive(parameters, histories);
  const ifAlive = remembered(histories.x.length, (x, T) =>
    futureOrdersUntilLeaving({ shape: r + x, rate: k * alpha + T, a, b: b + x + 1 }, horizon),
  );
  let sum = 0;
  for (let row = 0; row < expected.length; row++) {
    expected[row]! *= ifAlive(histories.x[row]!, histories.T[row]!);
    sum += expected[row]!;
  }
  if (!cohortScaled) return expected;
  const growthOver = remembered(
    histories.x.length,
    (T) => mbgCnbdKExpectation(parameters, T + horizon) - mbgCnbdKExpectation(parameters, T),
  );
  let growth = 0;
  for (const T of histories.T) growth += growthOver(T, 0);
  return expected.map((value) => (value * growth) / sum);
};
