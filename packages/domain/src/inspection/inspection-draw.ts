import { drawSample, drawStratified } from "./draw-sample.ts";
import { sha256 } from "./sha256.ts";

/** The most one inspection draws from, so that its population can be kept and checked; a shorter period is asked for. */
export const populationAtMost = 200_000;

export const sampleAtMost = 500;

/** What is fixed when an inspection is announced, before anybody can know the sample. */
export interface AnnouncedDraw {
  readonly inspectionId: string;
  /** Ids of the population in ascending order. */
  readonly population: readonly string[];
  /** The stratum of each, or nothing when drawn from the whole. */
  readonly strata: readonly string[];
  readonly sampleSize: number;
}

/** What the population is known by: SHA-256 over "<id> <stratum>" of each, one a line. */
export const populationHash = ({ population, strata }: AnnouncedDraw): string =>
  sha256(population.map((id, i) => `${id} ${strata[i] ?? ""}`).join("\n"));

/** What is published beforehand of a secret number: with it nobody can change the number, or tell it. */
export const commitmentOf = (nonce: string): string => sha256(`mainstay inspection ${nonce}`);

/** The seed of a draw: the number committed to, bound to this inspection, its population and size. */
export const inspectionSeed = (announced: AnnouncedDraw, nonce: string): string =>
  sha256(
    [
      "mainstay inspection draw",
      announced.inspectionId,
      nonce,
      populationHash(announced),
      announced.sampleSize,
    ].join("\n"),
  );

/** The sample of an announced draw: places in the population, in the order drawn. */
export const drawOf = (announced: AnnouncedDraw, nonce: string): number[] => {
  const seed = inspectionSeed(announced, nonce);
  return announced.strata.length > 0
    ? drawStratified(seed, announced.sampleSize, announced.strata)
    : drawSample(seed, announced.sampleSize, announced.population.length);
};

/** What was published of a draw, to be held against a recomputation. */
export interface PublishedDraw extends AnnouncedDraw {
  readonly populationSha256: string;
  readonly commitmentSha256: string;
  readonly nonce: string;
  readonly seed: string;
  readonly drawn: readonly number[];
}

export const drawChecks = ["population", "commitment", "seed", "sample"] as const;
export type DrawCheck = (typeof drawChecks)[number];

/** 复核 Recomputes a draw from what was published and says which parts agree; anybody can, on their own machine. */
export const verifyDraw = (published: PublishedDraw): Record<DrawCheck, boolean> => ({
  population: populationHash(published) === published.populationSha256,
  commitment: commitmentOf(published.nonce) === published.commitmentSha256,
  seed: inspectionSeed(published, published.nonce) === published.seed,
  sample: drawOf(published, published.nonce).join() === published.drawn.join(),
});
