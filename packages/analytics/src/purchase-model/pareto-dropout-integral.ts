import { gaussLegendre } from "../numeric/gauss-legendre.ts";

/** Parameters of Pareto/NBD: order rate Gamma(r, α), dropout rate Gamma(s, β); α and β in time units. */
export interface ParetoNbdParameters {
  r: number;
  alpha: number;
  s: number;
  beta: number;
}

/**
 * Results of {@link dropoutIntegral}: the logarithm of the integral and the means, under the integrand, of
 * ln(α+y), 1/(α+y), ln(β+y), 1/(β+y) (only when asked for).
 */
export interface DropoutIntegral {
  log: number;
  meanLogAlpha: number;
  meanInverseAlpha: number;
  meanLogBeta: number;
  meanInverseBeta: number;
}

/**
 * ∫ from tx to T of (α+y)^−A (β+y)^−(s+1) dy with A = r + x: the chance of having left at some time y of the
 * silence. The published form is a difference of two ₂F₁ that loses all digits for busy accounts; here the
 * log-concave integrand is taken over u = ln((m+y)/(m+tx)), m = min(α, β), where its singularities lie at
 * least π away, by as many Gauss points as its fall needs.
 */
export const dropoutIntegral = (
  { alpha, s, beta }: ParetoNbdParameters,
  shape: number,
  tx: number,
  T: number,
  withMeans: boolean,
  into: DropoutIntegral,
): DropoutIntegral => {
  const alphaIsNear = alpha <= beta;
  const near = alphaIsNear ? alpha : beta;
  const apart = Math.abs(alpha - beta);
  const nearPower = alphaIsNear ? shape : s + 1;
  const farPower = alphaIsNear ? s + 1 : shape;
  const start = near + tx;
  const width = Math.log1p((T - tx) / start);
  const fall = nearPower - 1 + (farPower * start) / (start + apart);
  const reach = fall > 0 ? Math.min(width, 38 / fall) : width;
  const span = Math.max(fall * reach, reach);
  const points = span < 1.5 ? 8 : span < 6 ? 12 : span < 16 ? 18 : 28;
  const { nodes, weights } = gaussLegendre(points);

  const logNearStart = Math.log(start);
  const logFarStart = Math.log(start + apart);
  let [sum, near1, near2, far1, far2] = [0, 0, 0, 0, 0];
  for (let i = 0; i < points; i++) {
    const u = reach * nodes[i]!;
    const nearAt = start * Math.exp(u);
    const farAt = nearAt + apart;
    const farLog = Math.log(farAt / (start + apart));
    const term = weights[i]! * Math.exp((1 - nearPower) * u - farPower * farLog);
    sum += term;
    if (withMeans) {
      near1 += term * u;
      near2 += term / nearAt;
      far1 += term * farLog;
      far2 += term / farAt;
    }
  }
  // tx = T: an empty integral, whose means are those of the point itself.
  if (!(width > 0)) {
    [sum, near1, near2, far1, far2] = [1, 0, 1 / start, 0, 1 / (start + apart)];
  }
  into.log =
    width > 0
      ? Math.log(sum * reach) + (1 - nearPower) * logNearStart - farPower * logFarStart
      : Number.NEGATIVE_INFINITY;
  if (withMeans) {
    const nearLog = logNearStart + near1 / sum;
    const farLog = logFarStart + far1 / sum;
    into.meanLogAlpha = alphaIsNear ? nearLog : farLog;
    into.meanLogBeta = alphaIsNear ? farLog : nearLog;
    into.meanInverseAlpha = (alphaIsNear ? near2 : far2) / sum;
    into.meanInverseBeta = (alphaIsNear ? far2 : near2) / sum;
  }
  return into;
};

/** An empty result to be filled again and again. */
export const emptyDropoutIntegral = (): DropoutIntegral => ({
  log: 0,
  meanLogAlpha: 0,
  meanInverseAlpha: 0,
  meanLogBeta: 0,
  meanInverseBeta: 0,
});
