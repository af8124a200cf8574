import { confirmationKinds } from "./confirmation-kinds.ts";
import { unseenKinds } from "./unseen-kinds.ts";
import { developmentKinds } from "./development-kinds.ts";
import { type CustomerRandom, customerRandom } from "./customer-random.ts";
import {
  type CustomerKind,
  drawPortfolio,
  type SimulatedPortfolio,
  spanFrom,
} from "./simulated-portfolio.ts";

/** `development` is there to work on; `confirmation` and `unseen` are hold-outs no method may be tuned on. */
export type HarderFamily = "development" | "confirmation" | "unseen";

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
  unseen: unseenKinds,
};

/** So that one seed gives unrelated customers in each family. */
const firstSeedOf: Record<HarderFamily, number> = {
  development: 0,
  confirmation: 1_000_003,
  unseen: 2_000_003,
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
  const random = customerRandom(seed + firstSeedOf[family]);
  const kinds = kindsOf[family];
  const counts = drawWeights(kinds.length, random, mix).map((weight) => Math.round(weight * size));
  return drawPortfolio(kinds, counts, spanFrom(random.integer(2006, 2019)), random);
};
