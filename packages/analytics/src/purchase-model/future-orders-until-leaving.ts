import { integrate } from "../numeric/gauss-legendre.ts";

/** A living account's posterior: order rate Gamma(shape, rate), chance to leave after an order Beta(a, b). */
export interface LivingAccount {
  shape: number;
  rate: number;
  a: number;
  b: number;
}

/**
 * c·[1 − (1−z)^(a−1)·₂F₁(c−shape, a−1; c; z)]/(a−1) with c = a+b−1 and z = t/(rate+t): Fader, Hardie & Lee's
 * (2005) conditional expectation after Euler's transform, with the factor (a−1) divided out by hand, so that
 * a = 1 and huge shapes need no special care.
 */
const bySeries = ({ shape, a, b }: LivingAccount, z: number): number => {
  const c = a + b - 1;
  const logRest = Math.log1p(-z);
  const power = (a - 1) * logRest;
  let term = (c - shape) * z;
  let series = term;
  for (let n = 1; n < 20_000; n++) {
    const ratio = ((c - shape + n) * (a + n - 1) * z) / ((c + n) * (n + 1));
    term *= ratio;
    series += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(series) && Math.abs(ratio) < 1) break;
  }
  const grown = Math.abs(power) < 1e-9 ? logRest * (1 + power / 2) : Math.expm1(power) / (a - 1);
  return -c * grown - Math.exp(power) * series;
};

/**
 * The same expectation as E[(1 − (rate/(rate+pt))^shape)/p] over p ~ Beta(a, b), integrated over logit p; for
 * horizons hundreds of times the observed time, where the series is slow.
 */
const byQuadrature = ({ shape, rate, a, b }: LivingAccount, t: number): number => {
  const peak = Math.log(a / b);
  const moments = (logit: number): [density: number, value: number] => {
    const logP = -Math.log1p(Math.exp(-logit));
    const logStay = logP - logit;
    const p = Math.exp(logP);
    const density = Math.exp(a * (logP + Math.log1p(b / a)) + b * (logStay + Math.log1p(a / b)));
    return [density, (density * -Math.expm1(-shape * Math.log1p((p * t) / rate))) / p];
  };
  let [mass, total] = [0, 0];
  for (const side of [-1, 1]) {
    const reach = 45 / (side < 0 ? a : b) + 15 / Math.sqrt(Math.min(a, b)) + 5;
    const steps = 48;
    for (let i = 0; i < steps; i++) {
      const [from, to] = [reach * (i / steps) ** 3, reach * ((i + 1) / steps) ** 3];
      mass += integrate((v) => moments(peak + side * v)[0], from, to, 12);
      total += integrate((v) => moments(peak + side * v)[1], from, to, 12);
    }
  }
  return total / mass;
};

/**
 * Orders a living account is expected to place in the next t units of time when it may leave after each.
 * `b` counts the chance after its last order as already survived.
 */
export const futureOrdersUntilLeaving = (account: LivingAccount, t: number): number => {
  if (!(t > 0)) return 0;
  const z = t / (account.rate + t);
  return z < 0.97 ? bySeries(account, z) : byQuadrature(account, t);
};
