import { futureOrdersUntilLeaving } from "./future-orders-until-leaving.ts";
import type { MbgCnbdKParameters } from "./mbg-cnbd-k.ts";
import { phaseWeights } from "./order-dropout-forecast.ts";

/** Terms of the sum over future orders before its tail is small against `1e-12` of the total. */
const maxOrders = 100_000;

/**
 * Orders expected within `horizon` from an account known to be alive, given x, the silence T − tx and T:
 * Σ_n E[(1−p)^(n−1)] · P(the n-th next order falls inside). With j of the k phases of the running gap passed, that
 * order needs nk − j more events of a gamma-mixed Poisson stream with shape r + kx + j and scale α + T.
 * The stream's tail P(events ≥ m) is run upwards in m by its own recurrence, all phases side by side.
 */
export const expectedOrdersIfAlive = (
  { k, r, alpha, a, b }: MbgCnbdKParameters,
  horizon: number,
): ((x: number, silence: number, T: number) => number) => {
  return (x, silence, T) => {
    if (!(horizon > 0)) return 0;
    const shape = r + k * x;
    const rate = alpha + T;
    if (k === 1) return futureOrdersUntilLeaving({ shape, rate, a, b: b + x + 1 }, horizon);
    const weights = phaseWeights(k, shape, silence / rate);
    const z = horizon / (rate + horizon);
    let totalWeight = 0;
    let total = 0;
    for (let j = 0; j < k; j++) {
      totalWeight += weights[j]!;
      const eventShape = shape + j;
      // mass = P(events = m), below = P(events < m) while m runs from 0; in logs only where it would underflow.
      let logMass = eventShape * Math.log1p(-z);
      let mass = Math.exp(logMass);
      const inLogs = logMass < -600;
      let below = 0;
      let stays = 1;
      let orders = 0;
      let m = 0;
      for (let n = 1; n <= maxOrders; n++) {
        const needed = n * k - j;
        for (; m < needed; m++) {
          below += mass;
          const ratio = ((eventShape + m) * z) / (m + 1);
          if (inLogs) {
            logMass += Math.log(ratio);
            mass = Math.exp(logMass);
          } else mass *= ratio;
        }
        const inside = stays * Math.max(0, 1 - below);
        orders += inside;
        if (inside <= 1e-12 * orders && mass < 1e-12) break;
        stays *= (b + x + n) / (a + b + x + n);
      }
      total += weights[j]! * orders;
    }
    return total / totalWeight;
  };
};
