import { regularisedIncompleteBeta } from "../numeric/incomplete-beta.ts";
import { logBeta } from "../numeric/log-gamma.ts";
import { futureOrdersUntilLeaving } from "./future-orders-until-leaving.ts";
import type { OrderDropoutKind, OrderDropoutParameters } from "./order-dropout-likelihood.ts";
import { remembered } from "./remembered.ts";
import type { RepeatHistories } from "./repeat-history.ts";

/** Relative weights that a living account has already passed j = 0 … k−1 of the k phases of its current gap. */
export const phaseWeights = (k: number, shape: number, q: number): Float64Array => {
  const weights = new Float64Array(k);
  weights[0] = 1;
  for (let j = 1; j < k; j++) weights[j] = (weights[j - 1]! * (shape + j - 1) * q) / j;
  return weights;
};

/** Chance that each account is still a customer at T, one per row. */
export const orderDropoutPAlive = (
  { k, leavesAfterFirst }: OrderDropoutKind,
  { r, alpha, a, b }: OrderDropoutParameters,
  { x, tx, T }: RepeatHistories,
): Float64Array => {
  const alive = new Float64Array(x.length);
  for (let row = 0; row < alive.length; row++) {
    const count = x[row]!;
    if (count === 0 && !leavesAfterFirst) {
      alive[row] = 1;
      continue;
    }
    const shape = r + k * count;
    const silence = T[row]! - tx[row]!;
    let phases = 1;
    if (k > 1) {
      const q = silence / (alpha + T[row]!);
      for (let j = 1, term = 1; j < k; j++) {
        term *= ((shape + j - 1) * q) / j;
        phases += term;
      }
    }
    const chance = b + count - (leavesAfterFirst ? 0 : 1);
    const gone = (a / chance) * Math.exp(shape * Math.log1p(silence / (alpha + tx[row]!)));
    alive[row] = phases / (phases + gone);
  }
  return alive;
};

/**
 * Orders expected in the `horizon` after T, one per row, for k = 1: P(alive) times the expectation of a
 * living account. Accounts with equal (x, T) share the costly part.
 */
export const orderDropoutConditionalExpectation = (
  kind: OrderDropoutKind,
  parameters: OrderDropoutParameters,
  histories: RepeatHistories,
  horizon: number,
): Float64Array => {
  const { r, alpha, a, b } = parameters;
  const survived = kind.leavesAfterFirst ? 1 : 0;
  const ifAlive = remembered(histories.x.length, (x, T) =>
    futureOrdersUntilLeaving({ shape: r + x, rate: alpha + T, a, b: b + x + survived }, horizon),
  );
  const expected = orderDropoutPAlive(kind, parameters, histories);
  for (let row = 0; row < expected.length; row++) {
    expected[row]! *= ifAlive(histories.x[row]!, histories.T[row]!);
  }
  return expected;
};

/** Chance that at least `events` gamma-mixed Poisson events (shape, rate) fall into time t. */
export const eventsReach = (events: number, shape: number, rate: number, t: number): number =>
  events <= 0 ? 1 : regularisedIncompleteBeta(t / (rate + t), events, shape);

/** Chance that a new account places exactly `count` repeat orders within time t of its first order. */
export const orderDropoutProbability = (
  { k, leavesAfterFirst }: OrderDropoutKind,
  { r, alpha, a, b }: OrderDropoutParameters,
  count: number,
  t: number,
): number => {
  const survived = count + (leavesAfterFirst ? 1 : 0);
  const reached = eventsReach(k * count, r, alpha, t);
  const before = logBeta(a, b);
  const stays = Math.exp(logBeta(a, b + survived) - before);
  const leaves = survived === 0 ? 0 : Math.exp(logBeta(a + 1, b + survived - 1) - before);
  // In k = 1 the single NBD term is exact; a difference of two tails would lose its digits.
  const exactly =
    k === 1
      ? negativeBinomial(count, r, alpha, t)
      : reached - eventsReach(k * (count + 1), r, alpha, t);
  return stays * exactly + leaves * reached;
};

const negativeBinomial = (count: number, r: number, alpha: number, t: number): number => {
  if (t === 0) return count === 0 ? 1 : 0;
  const logWays = count === 0 ? 0 : -Math.log(count) - logBeta(count, r);
  return Math.exp(logWays - r * Math.log1p(t / alpha) - count * Math.log1p(alpha / t));
};
