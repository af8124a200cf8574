import {
  orderDropoutConditionalExpectation,
  orderDropoutPAlive,
  orderDropoutProbability,
} from "./order-dropout-forecast.ts";
import { type OrderDropoutParameters } from "./order-dropout-likelihood.ts";
import { futureOrdersUntilLeaving } from "./future-orders-until-leaving.ts";
import { fitOrderDropout } from "./order-dropout-fit.ts";
import type { PurchaseFit, PurchaseFitOptions } from "./purchase-fit.ts";
import type { RepeatHistories } from "./repeat-history.ts";

/** BG/NBD: random order times at a gamma-mixed rate (r, α), a beta-mixed chance (a, b) to leave after each repeat order. */
export type BgNbdParameters = OrderDropoutParameters;

const kind = { k: 1, leavesAfterFirst: false } as const;

/**
 * Fits BG/NBD by maximum likelihood (Fader, Hardie & Lee 2005). Throws RangeError on impossible rows or none.
 */
export const fitBgNbd = (
  histories: RepeatHistories,
  options: PurchaseFitOptions<keyof BgNbdParameters> = {},
): PurchaseFit<keyof BgNbdParameters> => fitOrderDropout(kind, histories, options);

/**
 * Chance that each account is still a customer. Always 1 for one-time buyers, so it must never be shown or
 * ranked as a risk score: use the conditional expectation, or MBG/NBD.
 */
export const bgNbdPAlive = (
  parameters: BgNbdParameters,
  histories: RepeatHistories,
): Float64Array => orderDropoutPAlive(kind, parameters, histories);

/** Orders expected from each account in the `horizon` after T (same time unit as the fit). */
export const bgNbdConditionalExpectation = (
  parameters: BgNbdParameters,
  histories: RepeatHistories,
  horizon: number,
): Float64Array => orderDropoutConditionalExpectation(kind, parameters, histories, horizon);

/** Repeat orders expected from a new account within time t of its first order. */
export const bgNbdExpectation = ({ r, alpha, a, b }: BgNbdParameters, t: number): number =>
  futureOrdersUntilLeaving({ shape: r, rate: alpha, a, b }, t);

/** Chance that a new account places exactly `count` repeat orders within time t of its first order. */
export const bgNbdProbability = (parameters: BgNbdParameters, count: number, t: number): number =>
  orderDropoutProbability(kind, parameters, count, t);
