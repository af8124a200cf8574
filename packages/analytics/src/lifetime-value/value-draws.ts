import { seededRandom } from "../numeric/seeded-random.ts";
import type { AccountOutlook } from "./account-outlook.ts";
import type { ValueModel } from "./value-model.ts";

/** Draws shared by all accounts, so that two evaluations of one account always agree. */
export interface ValueDraws {
  count: number;
  /** Even shares 0..1 in shuffled order: draw j is alive when `alive[j]` < P(alive). */
  alive: Float64Array;
  rate: Float64Array;
  stay: Float64Array;
  leave: Float64Array;
  value: Float64Array;
  /** Purchase parameters (r, α, a, b) of each draw, from the covariance of the fit. */
  parameters: Float64Array;
}

const cholesky = (matrix: readonly number[], size: number): Float64Array | null => {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i === j && !(sum > 0)) return null;
      lower[i * size + j] = i === j ? Math.sqrt(sum) : sum / lower[j * size + j]!;
    }
  }
  return lower;
};

/** Prepares `count` repeatable draws of the model's uncertainty. */
export const prepareValueDraws = (
  { purchase, purchaseCovariance }: ValueModel,
  count = 200,
): ValueDraws => {
  const random = seededRandom(20_260_101);
  const normals = (): Float64Array => Float64Array.from({ length: count }, () => random.normal());
  const order = Array.from({ length: count }, (_, j) => ({ j, key: random.uniform() })).sort(
    (a, b) => a.key - b.key,
  );
  const lower = purchaseCovariance ? cholesky(purchaseCovariance, 4) : null;
  const natural = [purchase.r, purchase.alpha, purchase.a, purchase.b];
  const parameters = new Float64Array(count * 4);
  for (let j = 0; j < count; j++) {
    const z = [random.normal(), random.normal(), random.normal(), random.normal()];
    for (let i = 0; i < 4; i++) {
      let shift = 0;
      for (let k = 0; lower && k <= i; k++) shift += lower[i * 4 + k]! * z[k]!;
      parameters[j * 4 + i] = natural[i]! * Math.exp(Math.max(-2, Math.min(2, shift)));
    }
  }
  return {
    count,
    alive: Float64Array.from(order, ({ j }) => (j + 0.5) / count),
    rate: normals(),
    stay: normals(),
    leave: normals(),
    value: normals(),
    parameters,
  };
};

/** A Gamma(shape, 1) quantile at a normal score, by Wilson and Hilferty; never below a millionth of the mean. */
const gammaAt = (shape: number, z: number): number => {
  const step = 1 / (9 * shape);
  return shape * Math.max(1e-6, (1 - step + z * Math.sqrt(step)) ** 3);
};

/**
 * The 10 % and 90 % points of an account's discounted net over `horizon` weeks: unknown whether it is still
 * alive, how often it really orders, when it will leave, what an order is worth. `scratch` holds `count` values.
 */
export const valueBand = (
  { x, T, valuedOrders, meanValue }: AccountOutlook,
  pAlive: number,
  { spend }: ValueModel,
  draws: ValueDraws,
  horizon: number,
  discountPerWeek: number,
  scratch: Float64Array,
): { low: number; high: number } => {
  const model = spend.gammaGamma;
  const shape = model ? model.p * valuedOrders + model.q : valuedOrders + 3;
  const scale = model
    ? model.p * (model.gamma + valuedOrders * meanValue)
    : valuedOrders * meanValue + 3 * spend.portfolioMean;
  for (let j = 0; j < draws.count; j++) {
    if (draws.alive[j]! >= pAlive) {
      scratch[j] = 0;
      continue;
    }
    const [r, alpha, a, b] = [
      draws.parameters[4 * j]!,
      draws.parameters[4 * j + 1]!,
      draws.parameters[4 * j + 2]!,
      draws.parameters[4 * j + 3]!,
    ];
    const rate = gammaAt(r + x, draws.rate[j]!) / (alpha + T);
    const leaving = gammaAt(a, draws.leave[j]!);
    const fade =
      (rate * leaving) / (leaving + gammaAt(b + x + 1, draws.stay[j]!)) + discountPerWeek;
    const orders = (rate * -Math.expm1(-fade * horizon)) / fade;
    scratch[j] = (orders * scale) / gammaAt(shape, draws.value[j]!);
  }
  scratch.sort();
  return {
    low: scratch[Math.floor(0.1 * draws.count)]!,
    high: scratch[Math.floor(0.9 * draws.count)]!,
  };
};
