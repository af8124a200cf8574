import { dropoutIntegral, emptyDropoutIntegral } from "./pareto-dropout-integral.ts";
import type { LogLikelihood } from "./purchase-fit.ts";

/**
 * Pareto/NBD log-likelihood with gradient by (r, α, s, β). Per customer
 * ln Γ(r+x)/Γ(r) + r ln α + s ln β + ln[(α+T)^−(r+x) (β+T)^−s + s ∫_{tx}^{T} (α+y)^−(r+x) (β+y)^−(s+1) dy].
 * Source: Schmittlein, Morrison & Colombo 1987; the integral before its ₂F₁ form in Fader & Hardie 2005.
 */
export const paretoNbdLogLikelihood: LogLikelihood = (histories, parameters, gradient) => {
  const [r, alpha, s, beta] = parameters as unknown as [number, number, number, number];
  const { rows, customers, x, maxX, customersByX, weight, times, txTime, TTime } = histories;
  const logAlpha = Math.log(alpha);
  const logBeta = Math.log(beta);
  const logS = Math.log(s);
  let sum = customers * (r * logAlpha + s * logBeta);
  let byR = customers * logAlpha;
  let byAlpha = (customers * r) / alpha;
  let byS = customers * logBeta;
  let byBeta = (customers * s) / beta;
  let [logRising, rRising] = [0, 0];
  for (let count = 1; count <= maxX; count++) {
    logRising += Math.log(r + count - 1);
    rRising += 1 / (r + count - 1);
    sum += customersByX[count]! * logRising;
    byR += customersByX[count]! * rRising;
  }
  const alphaLogs = new Float64Array(times.length);
  const betaLogs = new Float64Array(times.length);
  for (let i = 0; i < times.length; i++) {
    alphaLogs[i] = Math.log(alpha + times[i]!);
    betaLogs[i] = Math.log(beta + times[i]!);
  }
  const natural = { r, alpha, s, beta };
  const left = emptyDropoutIntegral();
  for (let row = 0; row < rows; row++) {
    const w = weight[row]!;
    const shape = r + x[row]!;
    const end = times[TTime[row]!]!;
    const alphaLog = alphaLogs[TTime[row]!]!;
    const betaLog = betaLogs[TTime[row]!]!;
    const logStayed = -shape * alphaLog - s * betaLog;
    dropoutIntegral(natural, shape, times[txTime[row]!]!, end, true, left);
    const odds = logS + left.log - logStayed;
    const small = Math.exp(odds > 0 ? -odds : odds);
    sum += w * (logStayed + (odds > 0 ? odds : 0) + Math.log(1 + small));
    const gone = ((odds > 0 ? 1 : small) / (1 + small)) * w;
    const stayed = w - gone;
    byR -= stayed * alphaLog + gone * left.meanLogAlpha;
    byAlpha -= shape * (stayed / (alpha + end) + gone * left.meanInverseAlpha);
    byS += gone * (1 / s - left.meanLogBeta) - stayed * betaLog;
    byBeta -= (stayed * s) / (beta + end) + gone * (s + 1) * left.meanInverseBeta;
  }
  gradient[0]! += byR;
  gradient[1]! += byAlpha;
  gradient[2]! += byS;
  gradient[3]! += byBeta;
  return sum;
};
