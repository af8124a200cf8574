import type { DayNumber } from "@mainstay/domain/calendar/day-number";
import type { OrderBook } from "../order-day/order-book.ts";
import { fitMbgNbd, type MbgNbdParameters } from "../purchase-model/mbg-nbd.ts";
import {
  type RepeatHistories,
  repeatHistoriesFromOrderDays,
} from "../purchase-model/repeat-history.ts";
import type { GammaGammaParameters } from "../spend/gamma-gamma.ts";
import { repeatSpendFromOrderValues, spendPerOrder } from "../spend/spend-per-order.ts";
import { seasonOfYear } from "./season-of-year.ts";

/** What a portfolio has taught about future orders and their value. Plain JSON; times in weeks, money in minor units. */
export interface ValueModel {
  purchase: MbgNbdParameters;
  /** Row-major 4 × 4 covariance of the parameters' logarithms; null when the fit cannot tell or was not made. */
  purchaseCovariance: number[] | null;
  /** `default` when fewer than 30 accounts, hardly a repeat order, or a rate that ran away. */
  purchaseBasis: "fitted" | "default";
  spend: { gammaGamma: GammaGammaParameters | null; portfolioMean: number; cap: number };
  season: number[];
}

const fewestAccounts = 30;
const weeks = (asOf: DayNumber) => ({ until: asOf, unitDays: 7 }) as const;

const usualParameters = ({ x, T }: RepeatHistories): MbgNbdParameters => {
  const orders = x.reduce((sum, n) => sum + n, 0);
  const time = T.reduce((sum, t) => sum + t, 0);
  return { r: 1, alpha: orders > 0 ? time / orders : 26, a: 0.2, b: 2 };
};

const weightOfRunaway = 50;
const leastLeaving = 0.002;
const mostEvenness = 200;

const ranAway = ({ r, a, b }: MbgNbdParameters): boolean =>
  r > mostEvenness || a < 0.01 || a + b > mostEvenness;

/**
 * Portfolios in which hardly anybody has left, or all order alike, drive parameters off to infinity along a flat
 * ridge. The rate r/α and the share a/(a+b) they tell are kept, with finite weight; nobody is taken for immortal.
 */
const tamed = ({ r, alpha, a, b }: MbgNbdParameters): MbgNbdParameters => {
  const evenness = Math.min(r, mostEvenness);
  const leaving = Math.max(leastLeaving, a / (a + b));
  return {
    r: evenness,
    alpha: (alpha * evenness) / r,
    a: weightOfRunaway * leaving,
    b: weightOfRunaway * (1 - leaving),
  };
};

const isSound = (parameters: MbgNbdParameters): boolean =>
  Object.values(parameters).every((value) => Number.isFinite(value) && value > 0);

/** Fits MBG/NBD and the spend model to a portfolio as known at the end of `asOf` (analytics.md § 4.2). */
export const fitValueModel = (book: OrderBook, asOf: DayNumber): ValueModel => {
  const { histories } = repeatHistoriesFromOrderDays(book, weeks(asOf));
  const repeats = histories.x.filter((n) => n > 0).length;
  const fit = histories.x.length >= fewestAccounts && repeats >= 10 ? fitMbgNbd(histories) : null;
  const fitted = fit !== null && isSound(fit.parameters);
  const values = repeatSpendFromOrderValues({ offsets: book.offsets, values: book.net });
  const spend = spendPerOrder(values);
  let [sum, accounts] = [0, 0];
  values.meanSpend.forEach((mean, i) => {
    if (!(values.x[i]! > 0 && mean > 0)) return;
    sum += mean;
    accounts += 1;
  });
  const tame = fitted && ranAway(fit.parameters);
  return {
    purchase: !fitted ? usualParameters(histories) : tame ? tamed(fit.parameters) : fit.parameters,
    purchaseCovariance: fitted && !tame && fit.logCovariance ? [...fit.logCovariance] : null,
    purchaseBasis: fitted ? "fitted" : "default",
    spend: {
      gammaGamma: spend.method === "gamma-gamma" ? (spend.fit?.parameters ?? null) : null,
      portfolioMean: accounts > 0 ? sum / accounts : 0,
      cap: Number.isFinite(values.cap) ? values.cap : Number.MAX_VALUE,
    },
    season: seasonOfYear(book, asOf),
  };
};
