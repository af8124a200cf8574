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

/** MBG/NBD: as BG/NBD, but an account may also leave right after its very first order. */
export type MbgNbdParameters = OrderDropoutParameters;

const kind = { k: 1, leavesAfterFirst: true } as const;

/**
 * Fits MBG/NBD by maximum likelihood (Batislam, Denizel & Filiztekin 2007). Throws RangeError on impossible rows or none.
 */
export const fitMbgNbd = (
  histories: RepeatHistories,
  options: PurchaseFitOptions<keyof MbgNbdParameters> = {},
): PurchaseFit<keyof MbgNbdParameters> => fitOrderDropout(kind, histories, options);

/** Chance that each account is still a customer at T. */
export const mbgNbdPAlive = (
  parameters: MbgNbdParameters,
  histories: RepeatHistories,
): Float64Array => orderDropoutPAlive(kind, parameters, histories);

/** Orders expected from each account in the `horizon` after T (same time unit as the fit). */
export const mbgNbdConditionalExpectation = (
  parameters: MbgNbdParameters,
  histories: RepeatHistories,
  horizon: number,
): Float64Array => orderDropoutConditionalExpectation(kind, parameters, histories, horizon);

/** Repeat orders expected from a new account within time t of its first order. */
export const mbgNbdExpectation = ({ r, alpha, a, b }: MbgNbdParameters, t: number): number =>
  (b / (a + b)) * futureOrdersUntilLeaving({ shape: r, rate: alpha, a, b: b + 1 }, t);

/** Chance that a new account places exactly `count` repeat orders within time t of its first order. */
export const mbgNbdProbability = (parameters: MbgNbdParameters, count: number, t: number): number =>
  orderDropoutProbability(kind, parameters, count, t);
