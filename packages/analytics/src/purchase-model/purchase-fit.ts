import { hessianFromGradient, invertPositiveDefinite } from "../numeric/hessian.ts";
import { minimize, type Objective } from "../numeric/minimize.ts";
import type { RunLengthHistories } from "./run-length.ts";
import { thinnedHistories } from "./thinned-histories.ts";

/** A fitted purchase model. */
export interface PurchaseFit<Name extends string> {
  parameters: Record<Name, number>;
  /** Standard errors in the parameters' own units; Infinity where the data cannot tell. */
  standardErrors: Record<Name, number>;
  /** Row-major covariance of the parameters' logarithms, for interval draws; null where the data cannot tell. */
  logCovariance: Float64Array | null;
  /** Total log-likelihood, comparable with the R packages BTYD, BTYDplus and CLVTools. */
  logLikelihood: number;
  customers: number;
  evaluations: number;
  converged: boolean;
}

/** Options every purchase-model fit takes. */
export interface PurchaseFitOptions<Name extends string> {
  /** Where the search starts; a guess from the data by default. */
  start?: Record<Name, number>;
}

/**
 * Log-likelihood of all customers at natural parameters; adds its derivatives by the natural parameters
 * into `gradient` (which arrives zeroed).
 */
export type LogLikelihood = (
  histories: RunLengthHistories,
  parameters: Float64Array,
  gradient: Float64Array,
) => number;

/** The mean negative log-likelihood in log-parameters, as the minimiser wants it. */
const meanObjective =
  (histories: RunLengthHistories, logLikelihood: LogLikelihood): Objective =>
  (logs, gradient) => {
    const natural = logs.map(Math.exp);
    gradient.fill(0);
    const total = logLikelihood(histories, natural, gradient);
    for (let i = 0; i < logs.length; i++) gradient[i]! *= -natural[i]! / histories.customers;
    return -total / histories.customers;
  };

const quickFitCustomers = 20_000;

/**
 * Maximum likelihood in log-parameters: positive by construction, and the same path whatever the time unit.
 * Large data are first fitted on a thinned part, then on everything from there.
 * Throws RangeError without customers.
 */
export const fitPurchaseModel = <Name extends string>(
  names: readonly Name[],
  histories: RunLengthHistories,
  start: Record<Name, number>,
  logLikelihood: LogLikelihood,
): PurchaseFit<Name> => {
  if (!(histories.customers > 0))
    throw new RangeError("a purchase model needs at least one account");
  let from: Float64Array = new Float64Array(names.map((name) => Math.log(start[name])));
  let inverseHessian: Float64Array | undefined;
  let evaluations = 0;
  const isLarge = histories.rows > 3 * quickFitCustomers;
  if (isLarge) {
    const part = thinnedHistories(histories, quickFitCustomers);
    const partObjective = meanObjective(part, logLikelihood);
    const quick = minimize(partObjective, from, { gradientTolerance: 1e-6 });
    evaluations += quick.evaluations;
    if (quick.converged) {
      from = quick.point;
      inverseHessian =
        invertPositiveDefinite(hessianFromGradient(partObjective, from)) ?? undefined;
    }
  }
  const objective = meanObjective(histories, logLikelihood);
  // On large data a second opinion after a stall, or a sixth digit in the errors, would cost too much.
  const simplexEvaluations = isLarge ? 0 : undefined;
  const minimum = minimize(objective, from, { inverseHessian, simplexEvaluations });
  const hessian = hessianFromGradient(objective, minimum.point, { sided: isLarge });
  const covariance = invertPositiveDefinite(hessian.map((v) => v * histories.customers));
  const parameters = {} as Record<Name, number>;
  const standardErrors = {} as Record<Name, number>;
  names.forEach((name, i) => {
    parameters[name] = Math.exp(minimum.point[i]!);
    const variance = covariance ? covariance[i * names.length + i]! : Number.POSITIVE_INFINITY;
    standardErrors[name] = parameters[name] * Math.sqrt(variance);
  });
  return {
    parameters,
    standardErrors,
    logCovariance: covariance,
    logLikelihood: -minimum.value * histories.customers,
    customers: histories.customers,
    evaluations: evaluations + minimum.evaluations,
    converged: minimum.converged,
  };
};

/** Repeat orders per unit of time over all customers, the scale from which every search starts. */
export const orderRate = (histories: RunLengthHistories): number => {
  let orders = 0;
  let time = 0;
  for (let row = 0; row < histories.rows; row++) {
    orders += histories.weight[row]! * histories.x[row]!;
    time += histories.weight[row]! * histories.times[histories.TTime[row]!]!;
  }
  return (orders + 0.5) / Math.max(time, Number.MIN_VALUE);
};
