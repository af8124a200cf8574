import type { RiskScorer } from "./alarm-evaluation.ts";

/** What a simple rule looks at: how long the silence is, and the gaps before it (days). */
type Silence = { silence: number; gaps: Int32Array; days: Int32Array; asOf: number };

/** Scores every account by one figure of its silence; accounts without a gap score 0. */
const scoreBySilence =
  (figure: (of: Silence) => number): RiskScorer =>
  (histories, asOf) => {
    const accounts = histories.offsets.length - 1;
    const scores = new Float64Array(accounts);
    for (let i = 0; i < accounts; i++) {
      const days = histories.days.subarray(histories.offsets[i]!, histories.offsets[i + 1]!);
      if (days.length < 2) continue;
      const gaps = Int32Array.from({ length: days.length - 1 }, (_, k) => days[k + 1]! - days[k]!);
      scores[i] = figure({ silence: asOf - days.at(-1)!, gaps, days, asOf });
    }
    return scores;
  };

const mean = (values: Int32Array): number => values.reduce((a, b) => a + b, 0) / values.length;

const standardDeviation = (values: Int32Array): number => {
  const centre = mean(values);
  const sum = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return Math.sqrt(sum / Math.max(1, values.length - 1));
};

/** Orders that former years brought in the calendar window of the present silence, per year looked at. */
const ordersInSameWindow = ({ silence, days, asOf }: Silence): number => {
  const years = Math.max(1, Math.floor((asOf - silence - days[0]!) / 365.25));
  let count = 0;
  for (let year = 1; year <= years; year++) {
    const until = asOf - 365.25 * year;
    for (const day of days) if (day > until - silence && day <= until) count++;
  }
  return count / years;
};

const dropoutPerOrder = 0.02;

/** P(lost) of a customer who orders at random and may leave after any order (the BG/NBD view). */
const poissonLost = ({ silence, gaps }: Silence): number => {
  const stillHere = (1 - dropoutPerOrder) * Math.exp(-silence / mean(gaps));
  return dropoutPerOrder / (dropoutPerOrder + stillHere);
};

/** The simple rules that any method must beat; each gives a score that grows with the silence. */
export const naiveRules = {
  recency: scoreBySilence(({ silence }) => silence),
  "recency ÷ mean gap": scoreBySilence(({ silence, gaps }) => silence / mean(gaps)),
  "z-score of gap": scoreBySilence(
    ({ silence, gaps }) => (silence - mean(gaps)) / Math.max(1, standardDeviation(gaps)),
  ),
  "same window of last years": scoreBySilence(ordersInSameWindow),
  "Poisson P(dead)": scoreBySilence(poissonLost),
  "recency ÷ longest gap": scoreBySilence(({ silence, gaps }) => silence / Math.max(...gaps)),
} as const satisfies Record<string, RiskScorer>;

/** "No order in 90 days": 1 when it alarms, else 0. It has no threshold to tune. */
export const ninetyDayRule: RiskScorer = scoreBySilence(({ silence }) => (silence > 90 ? 1 : 0));
