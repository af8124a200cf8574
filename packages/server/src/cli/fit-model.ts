import { fitBgNbd } from "@mainstay/analytics/purchase-model/bg-nbd";
import { fitMbgCnbdK } from "@mainstay/analytics/purchase-model/mbg-cnbd-k";
import { fitMbgNbd } from "@mainstay/analytics/purchase-model/mbg-nbd";
import { fitParetoNbd } from "@mainstay/analytics/purchase-model/pareto-nbd";
import { fitGammaGamma } from "@mainstay/analytics/spend/gamma-gamma";
import { CliProblem } from "./cli-problem.ts";
import type { FitInput } from "./fit-input.ts";

export const fitModelNames = [
  "bg-nbd",
  "mbg-nbd",
  "pareto-nbd",
  "mbg-cnbd-k",
  "gamma-gamma",
] as const;
export type FitModelName = (typeof fitModelNames)[number];

/** A fit as any of the models gives it. */
export type FitResult = {
  parameters: Record<string, number>;
  standardErrors: Record<string, number>;
  logLikelihood: number;
  customers: number;
  evaluations: number;
  converged: boolean;
};

/** Fits the named model; refuses (exit code 1) when the file lacks what it needs. */
export const fitModel = (name: FitModelName, input: FitInput, k: number | undefined): FitResult => {
  if (input.customers === 0) throw new CliProblem("no customer with an order", 1);
  if (name === "bg-nbd") return fitBgNbd(input.histories);
  if (name === "mbg-nbd") return fitMbgNbd(input.histories);
  if (name === "pareto-nbd") return fitParetoNbd(input.histories);
  if (name === "mbg-cnbd-k") {
    if (k === undefined && !input.histories.sumLogGaps) {
      throw new CliProblem(
        "a summary does not hold the gaps between orders: say --k, or give the order log",
        1,
      );
    }
    return fitMbgCnbdK(input.histories, k === undefined ? {} : { k });
  }
  const spend = input.spend;
  if (!spend) throw new CliProblem("gamma-gamma needs amounts: the file has none", 1);
  if (!spend.x.some((n, i) => n >= 1 && spend.meanSpend[i]! > 0)) {
    throw new CliProblem("gamma-gamma needs a customer with a repeat order of positive value", 1);
  }
  const fit = fitGammaGamma(spend);
  return { ...fit, parameters: { ...fit.parameters }, standardErrors: { ...fit.standardErrors } };
};
