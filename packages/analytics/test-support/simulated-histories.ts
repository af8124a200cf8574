import type { SeededRandom } from "../src/numeric/seeded-random.ts";
import type {
  OrderDropoutKind,
  OrderDropoutParameters,
} from "../src/purchase-model/order-dropout-likelihood.ts";
import type { ParetoNbdParameters } from "../src/purchase-model/pareto-dropout-integral.ts";
import type { RepeatHistories } from "../src/purchase-model/repeat-history.ts";

/** Repeat order times of one simulated account, ascending, within its observed time. */
type OrderTimes = (observed: number) => number[];

/** Accounts observed for a uniform time in [from, to]; Erlang rhythms need the log gaps, so they are kept. */
const simulate = (
  random: SeededRandom,
  accounts: number,
  [from, to]: [number, number],
  account: () => OrderTimes,
): RepeatHistories & { sumLogGaps: Float64Array } => {
  const x = new Float64Array(accounts);
  const tx = new Float64Array(accounts);
  const T = new Float64Array(accounts);
  const sumLogGaps = new Float64Array(accounts);
  for (let i = 0; i < accounts; i++) {
    T[i] = from + (to - from) * random.uniform();
    for (const time of account()(T[i]!)) {
      sumLogGaps[i]! += Math.log(time - tx[i]!);
      tx[i] = time;
      x[i]!++;
    }
  }
  return { x, tx, T, sumLogGaps };
};

/** Accounts that truly follow a model of the order-dropout family. */
export const simulateOrderDropout = (
  random: SeededRandom,
  kind: OrderDropoutKind,
  { r, alpha, a, b }: OrderDropoutParameters,
  accounts: number,
  observed: [from: number, to: number],
): RepeatHistories & { sumLogGaps: Float64Array } =>
  simulate(random, accounts, observed, () => (end) => {
    const rate = random.gamma(r, alpha);
    const leaves = random.beta(a, b);
    const times: number[] = [];
    if (kind.leavesAfterFirst && random.uniform() < leaves) return times;
    for (let now = random.gamma(kind.k, rate); now < end; now += random.gamma(kind.k, rate)) {
      times.push(now);
      if (random.uniform() < leaves) break;
    }
    return times;
  });

/** Accounts that truly follow Pareto/NBD. */
export const simulateParetoNbd = (
  random: SeededRandom,
  { r, alpha, s, beta }: ParetoNbdParameters,
  accounts: number,
  observed: [from: number, to: number],
): RepeatHistories =>
  simulate(random, accounts, observed, () => (end) => {
    const rate = random.gamma(r, alpha);
    const until = Math.min(end, random.exponential(random.gamma(s, beta)));
    const times: number[] = [];
    for (let now = random.exponential(rate); now < until; now += random.exponential(rate)) {
      times.push(now);
    }
    return times;
  });
