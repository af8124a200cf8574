import { integrate } from "../numeric/gauss-legendre.ts";
import { type ParetoNbdParameters, paretoNbdPAlive } from "./pareto-nbd.ts";
import { remembered } from "./remembered.ts";
import type { RepeatHistories } from "./repeat-history.ts";

/** ∫₀^∞ e^(−z v) (1+v)^(−s) dv, over w = ln(1+v) until the log-concave integrand has vanished. */
const discountedSurvival = (s: number, z: number): number => {
  const fall = s - 1 + z;
  const end = Math.min(Math.log1p(45 / z), fall > 0 ? 45 / fall : Number.POSITIVE_INFINITY);
  const panels = Math.ceil(Math.max(end, 3));
  const width = end / panels;
  let sum = 0;
  for (let panel = 0; panel < panels; panel++) {
    const from = panel * width;
    sum += integrate((w) => Math.exp((1 - s) * w - z * Math.expm1(w)), from, from + width, 24);
  }
  return sum;
};

/**
 * Discounted expected residual transactions: all orders still to come from each account, each discounted
 * continuously at rate `discountRate` > 0 per time unit. Multiply by the margin per order for its worth today.
 * Source: Fader, Hardie & Lee 2005 (RFM and CLV), there with the confluent function Ψ(s, s; δ(β+T)).
 */
export const paretoNbdDert = (
  parameters: ParetoNbdParameters,
  histories: RepeatHistories,
  discountRate: number,
): Float64Array => {
  const { r, alpha, s, beta } = parameters;
  if (!(discountRate > 0)) throw new RangeError("the discount rate must be above 0");
  const dert = paretoNbdPAlive(parameters, histories);
  const worth = remembered(
    histories.x.length,
    (T) => (beta + T) * discountedSurvival(s, discountRate * (beta + T)),
  );
  for (let row = 0; row < dert.length; row++) {
    const T = histories.T[row]!;
    dert[row]! *= ((r + histories.x[row]!) / (alpha + T)) * worth(T, 0);
  }
  return dert;
};
