import { answersOf, countBetween, meanOf, type ScoreCount } from "./score-count.ts";
import { type Interval, leastForPercentage, z95 } from "./wilson.ts";

export interface NpsFigure {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** % promoters − % detractors, −100 … +100; null below five answers. */
  readonly score: number | null;
  readonly interval: Interval | null;
  readonly mean: number | null;
}

/**
 * 净推荐值 NPS on 0–10 (formulas § 2): promoters 9–10, passives 7–8, detractors 0–6, zero included; % promoters − %
 * detractors. Its 95 % interval is the adjusted Wald one that Rocks (The American Statistician 2016) found best: three
 * answers are added, ¾ of them promoters, ¾ detractors. Fewer than five answers give no figure.
 */
export const npsOf = (counts: readonly ScoreCount[]): NpsFigure => {
  const n = answersOf(counts);
  const promoters = countBetween(counts, 9, 10);
  const detractors = countBetween(counts, 0, 6);
  const isShown = n >= leastForPercentage;
  return {
    n,
    promoters,
    passives: n - promoters - detractors,
    detractors,
    score: isShown ? (100 * (promoters - detractors)) / n : null,
    interval: isShown ? npsInterval(promoters, detractors, n) : null,
    mean: meanOf(counts),
  };
};

/** The adjusted Wald 95 % interval of a net promoter score, −100 … +100. */
export const npsInterval = (promoters: number, detractors: number, n: number): Interval => {
  const of = n + 3;
  const up = (promoters + 0.75) / of;
  const down = (detractors + 0.75) / of;
  const net = up - down;
  const reach = z95 * Math.sqrt((up + down - net * net) / of);
  return { low: 100 * Math.max(-1, net - reach), high: 100 * Math.min(1, net + reach) };
};
