import {
  type OrderDropoutKind,
  type OrderDropoutParameters,
  orderDropoutLogLikelihood,
} from "./order-dropout-likelihood.ts";
import {
  fitPurchaseModel,
  orderRate,
  type PurchaseFit,
  type PurchaseFitOptions,
} from "./purchase-fit.ts";
import type { RepeatHistories } from "./repeat-history.ts";
import { runLengthHistories } from "./run-length.ts";

const names = ["r", "alpha", "a", "b"] as const;

/** Fits one member of the order-dropout family by maximum likelihood, from a start scaled to the data's order rate. */
export const fitOrderDropout = (
  kind: OrderDropoutKind,
  histories: RepeatHistories,
  options: PurchaseFitOptions<keyof OrderDropoutParameters>,
): PurchaseFit<keyof OrderDropoutParameters> => {
  const merged = runLengthHistories(histories);
  const r = 0.6;
  const start = options.start ?? { r, alpha: r / (kind.k * orderRate(merged)) / 1.5, a: 0.6, b: 2 };
  return fitPurchaseModel(names, merged, start, orderDropoutLogLikelihood(kind));
};
