import type { LogLikelihood } from "./purchase-fit.ts";

/**
 * The family of models whose customers may leave after an order: gaps are Erlang-k with a gamma-mixed rate
 * (r, α), the chance to leave is beta-mixed (a, b). k = 1 and no leaving after the very first order is
 * BG/NBD; k = 1 with it MBG/NBD; k > 1 with it MBG/CNBD-k.
 */
export interface OrderDropoutKind {
  k: number;
  leavesAfterFirst: boolean;
}

/** Parameters of the family: r, α (time units) of the order rate; a, b of the chance to leave after an order. */
export interface OrderDropoutParameters {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/**
 * Log-likelihood with gradient by (r, α, a, b).
 * Per customer, A = r + kx: ln Γ(A)/Γ(r) + r ln α − A ln(α+T) + ln B(a, b+x′)/B(a, b) + ln(S₁ + S₂), x′ = x (+1 when
 * leaving after the first order is possible), S₁ = a/(b+x′−1)·((α+T)/(α+tx))^A, S₂ = Σ_{j<k} (A)_j/j!·((T−tx)/(α+T))^j;
 * plus (k−1) Σ ln gap − x ln Γ(k). Source: Fader, Hardie & Lee 2005; Platzer & Reutterer 2016.
 */
export const orderDropoutLogLikelihood =
  ({ k, leavesAfterFirst }: OrderDropoutKind): LogLikelihood =>
  (histories, parameters, gradient) => {
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    const { rows, customers, x, maxX, customersByX, weight, times, txTime, TTime } = histories;
    const shift = leavesAfterFirst ? 1 : 0;

    // All that depends on x alone, by running sums over x: no special function is needed.
    const logLeave = new Float64Array(maxX + 1);
    const inverseChance = new Float64Array(maxX + 1);
    let [logRising, rRising, logBetas, aBetas, bBetas, logFactorialK] = [0, 0, 0, 0, 0, 0];
    for (let j = 2; j < k; j++) logFactorialK += Math.log(j);
    let [sum, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    const stay = (j: number): void => {
      logBetas += Math.log((b + j) / (a + b + j));
      aBetas -= 1 / (a + b + j);
      bBetas += a / ((b + j) * (a + b + j));
    };
    if (leavesAfterFirst) stay(0);
    for (let count = 0; count <= maxX; count++) {
      if (count > 0) {
        for (let j = k * (count - 1); j < k * count; j++) {
          logRising += Math.log(r + j);
          rRising += 1 / (r + j);
        }
        stay(count - 1 + shift);
      }
      const chance = b + count + shift - 1;
      logLeave[count] =
        count > 0 || leavesAfterFirst ? Math.log(a / chance) : Number.NEGATIVE_INFINITY;
      inverseChance[count] = 1 / chance;
      const w = customersByX[count]!;
      if (w === 0) continue;
      sum += w * (logRising + logBetas - count * logFactorialK);
      byR += w * rRising;
      byA += w * aBetas;
      byB += w * bBetas;
    }
    sum += customers * r * Math.log(alpha);
    byR += customers * Math.log(alpha);
    byAlpha += (customers * r) / alpha;
    if (k > 1 && !Number.isNaN(histories.sumLogGaps)) sum += (k - 1) * histories.sumLogGaps;

    const logTimes = new Float64Array(times.length);
    const inverseTimes = new Float64Array(times.length);
    for (let i = 0; i < times.length; i++) {
      logTimes[i] = Math.log(alpha + times[i]!);
      inverseTimes[i] = 1 / (alpha + times[i]!);
    }
    let allGone = 0;

    let product = 1;
    for (let row = 0; row < rows; row++) {
      const count = x[row]!;
      const w = weight[row]!;
      const shape = r + k * count;
      const logEnd = logTimes[TTime[row]!]!;
      const inverseEnd = inverseTimes[TTime[row]!]!;
      let logPhases = 0;
      let phasesByShape = 0;
      let phasesByAlpha = 0;
      if (k > 1) {
        const q = (times[TTime[row]!]! - times[txTime[row]!]!) * inverseEnd;
        let [term, phases, harmonic, weighted, timesJ] = [1, 1, 0, 0, 0];
        for (let j = 1; j < k; j++) {
          term *= ((shape + j - 1) * q) / j;
          harmonic += 1 / (shape + j - 1);
          phases += term;
          weighted += term * harmonic;
          timesJ += term * j;
        }
        logPhases = Math.log(phases);
        phasesByShape = weighted / phases;
        phasesByAlpha = (-timesJ / phases) * inverseEnd;
      }
      sum += w * (logPhases - shape * logEnd);
      let shapeSlope = phasesByShape - logEnd;
      let alphaSlope = phasesByAlpha - shape * inverseEnd;
      if (logLeave[count]! > Number.NEGATIVE_INFINITY) {
        const logRatio = logEnd - logTimes[txTime[row]!]!;
        const odds = logLeave[count]! + shape * logRatio - logPhases;
        const small = Math.exp(odds > 0 ? -odds : odds);
        if (odds > 0) sum += w * odds;
        // One logarithm for hundreds of single accounts: their factors lie in 1 … 2.
        if (w === 1) {
          product *= 1 + small;
          if (product > 1e200) {
            sum += Math.log(product);
            product = 1;
          }
        } else sum += w * Math.log(1 + small);
        const gone = (odds > 0 ? 1 : small) / (1 + small);
        shapeSlope += gone * (logRatio - phasesByShape);
        alphaSlope += gone * (shape * (inverseEnd - inverseTimes[txTime[row]!]!) - phasesByAlpha);
        allGone += w * gone;
        byB -= w * gone * inverseChance[count]!;
      }
      byR += w * shapeSlope;
      byAlpha += w * alphaSlope;
    }
    sum += Math.log(product);
    gradient[0]! += byR;
    gradient[1]! += byAlpha;
    gradient[2]! += byA + allGone / a;
    gradient[3]! += byB;
    return sum;
  };
