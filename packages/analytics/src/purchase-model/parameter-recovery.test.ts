import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { fitBgNbd } from "./bg-nbd.ts";
import { fitMbgCnbdK } from "./mbg-cnbd-k.ts";
import { fitMbgNbd } from "./mbg-nbd.ts";
import { fitParetoNbd } from "./pareto-nbd.ts";
import type { PurchaseFit } from "./purchase-fit.ts";
import type { RepeatHistories } from "./repeat-history.ts";
import { simulateOrderDropout, simulateParetoNbd } from "../../test-support/simulated-histories.ts";

/** Share of simulated portfolios in which each true parameter lies within two standard errors of its estimate. */
const shareRecovered = <Name extends string>(
  sets: number,
  truth: Record<Name, number>,
  draw: (seed: number) => RepeatHistories,
  fit: (histories: RepeatHistories) => PurchaseFit<Name>,
): Record<Name, number> => {
  const names = Object.keys(truth) as Name[];
  const hits = Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  for (let set = 0; set < sets; set++) {
    const { parameters, standardErrors } = fit(draw(1_000 + set));
    for (const name of names) {
      if (Math.abs(parameters[name] - truth[name]) <= 2 * standardErrors[name]) hits[name]++;
    }
  }
  for (const name of names) hits[name] /= sets;
  return hits;
};

const everyShareAtLeast = (shares: Record<string, number>, least: number): void => {
  for (const [name, share] of Object.entries(shares)) {
    expect(share, `share of portfolios that recover ${name}`).toBeGreaterThanOrEqual(least);
  }
};

const truth = { r: 0.6, alpha: 5, a: 0.7, b: 2.5 };

test("BG/NBD recovers the truth of 50 portfolios of 2,000 accounts within two standard errors", () => {
  const kind = { k: 1, leavesAfterFirst: false };
  const draw = (seed: number) =>
    simulateOrderDropout(seededRandom(seed), kind, truth, 2_000, [30, 100]);
  everyShareAtLeast(shareRecovered(50, truth, draw, fitBgNbd), 0.9);
});

test("MBG/NBD recovers the truth of 50 portfolios of 2,000 accounts within two standard errors", () => {
  const kind = { k: 1, leavesAfterFirst: true };
  const draw = (seed: number) =>
    simulateOrderDropout(seededRandom(seed), kind, truth, 2_000, [30, 100]);
  everyShareAtLeast(shareRecovered(50, truth, draw, fitMbgNbd), 0.9);
});

test("MBG/CNBD-3 recovers the truth of 50 portfolios of 2,000 accounts within two standard errors", () => {
  const kind = { k: 3, leavesAfterFirst: true };
  const rhythm = { k: 3, r: 1.2, alpha: 3, a: 0.7, b: 2.5 };
  const draw = (seed: number) =>
    simulateOrderDropout(seededRandom(seed), kind, rhythm, 2_000, [30, 100]);
  const fit = (histories: RepeatHistories) => fitMbgCnbdK(histories, { k: 3 });
  everyShareAtLeast(shareRecovered(50, rhythm, draw, fit), 0.9);
});

test("the true regularity has the best likelihood", () => {
  const kind = { k: 3, leavesAfterFirst: true };
  const rhythm = { r: 1.2, alpha: 3, a: 0.7, b: 2.5 };
  for (const seed of [1, 2, 3]) {
    const drawn = simulateOrderDropout(seededRandom(seed), kind, rhythm, 1_000, [30, 100]);
    expect(fitMbgCnbdK(drawn).parameters.k).toBe(3);
  }
});

test("Pareto/NBD recovers the truth of 20 portfolios of 2,000 accounts within two standard errors", () => {
  const truth = { r: 0.8, alpha: 5, s: 0.9, beta: 20 };
  const draw = (seed: number) => simulateParetoNbd(seededRandom(seed), truth, 2_000, [60, 160]);
  everyShareAtLeast(shareRecovered(20, truth, draw, fitParetoNbd), 0.9);
});
