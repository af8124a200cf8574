import { confirmationKinds } from "./confirmation-kinds.ts";
import { developmentKinds } from "./development-kinds.ts";
import { type CustomerRandom, customerRandom } from "./customer-random.ts";
import {
  type CustomerKind,
  drawPortfolio,
  type SimulatedPortfolio,
  spanFrom,
} from "./simulated-portfolio.ts";

/** `development` is there to work on; `confirmation` is the hold-out that no method may be tuned on. */
export type HarderFamily = "development" | "confirmation";

export type HarderPortfolioOptions = {
  family: HarderFamily;
  seed: number;
  /** Customers in all, before those with fewer than five orders are left out. */
  size?: number;
  /** Equal parts of every kind, or a share of each kind that is itself drawn. */
  mix?: "equal" | "drawn";
};

const kindsOf: Record<HarderFamily, readonly CustomerKind[]> = {
  development: developmentKinds,
  confirmation: confirmationKinds,
};

const drawWeights = (count: number, random: CustomerRandom, mix: "equal" | "drawn"): number[] => {
  const weights = Array.from({ length: count }, () => (mix === "equal" ? 1 : random.gamma(2, 1)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
};

/**
 * Customers a plain renewal model does badly on: seasons that move with the lunar calendar, several
 * seasons a year, closures, irregular buyers, rhythms that drift. The first year of history varies with
 * the seed, so that lunar new year falls differently each time.
 */
export const harderPortfolio = ({
  family,
  seed,
  size = 1500,
  mix = "equal",
}: HarderPortfolioOptions): SimulatedPortfolio => {
  const random = customerRandom(family === "development" ? seed : seed + 1_000_003);
  const kinds = kindsOf[family];
  const counts = drawWeights(kinds.length, random, mix).map((weight) => Math.round(weight * size));
  return drawPortfolio(kinds, counts, spanFrom(random.integer(2006, 2019)), random);
};
