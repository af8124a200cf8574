import { choleskyLower } from "../numeric/hessian.ts";
import type { SeededRandom } from "../numeric/seeded-random.ts";
import type { PurchaseFit } from "./purchase-fit.ts";

/**
 * Parameter sets as likely as the data allow, for ranges of anything computed from a fit (analytics.md § 4.2: 200
 * draws give an 80 % interval): normal in the parameters' logarithms with the fit's covariance. Parameters
 * that were chosen, not estimated (k), stay as they are. Without a covariance every draw is the fit itself.
 */
export const drawParameters = <Name extends string>(
  { parameters, standardErrors, logCovariance }: PurchaseFit<Name>,
  draws: number,
  random: SeededRandom,
): Record<Name, number>[] => {
  const names = (Object.keys(parameters) as Name[]).filter((name) => standardErrors[name] !== 0);
  const lower = logCovariance && choleskyLower(logCovariance);
  return Array.from({ length: draws }, () => {
    const drawn = { ...parameters };
    if (!lower) return drawn;
    const z = names.map(() => random.normal());
    names.forEach((name, i) => {
      let shift = 0;
      for (let j = 0; j <= i; j++) shift += lower[i * names.length + j]! * z[j]!;
      drawn[name] = parameters[name] * Math.exp(shift);
    });
    return drawn;
  });
};
