import { seededRandom } from "../numeric/seeded-random.ts";
import { type RankCorrelation, rankCorrelationOf } from "./rank-correlation.ts";
import { drawnCorrelations } from "./drawn-correlations.ts";
import { relativeWeightsOf, weightsOfCorrelations } from "./relative-weights.ts";

/** Fewer answers than this say too little about what goes together with what. */
export const leastForDrivers = 30;

/** The answers to one question, one place a response; NaN where it was not answered. */
export interface DriverColumn {
  readonly key: string;
  readonly scores: Float64Array;
}

export interface Driver {
  readonly key: string;
  /** Over everybody who answered both this question and the overall one. */
  readonly correlation: RankCorrelation;
  /** Part of the explained variance that goes with this question, 0 … 1, with its 95 % bootstrap interval. */
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

export interface Drivers {
  /** Everybody who answered the overall question. */
  readonly n: number;
  /** Of those, who answered every question that is compared: the shares rest on them. */
  readonly complete: number;
  /** Part of the variance of the overall score that goes with the questions together (R²); null when too few. */
  readonly explained: number | null;
  readonly isEnough: boolean;
  /** The strongest first. */
  readonly drivers: readonly Driver[];
}

const draws = 200;

const pick = (values: Float64Array, rows: readonly number[]): Float64Array =>
  Float64Array.from(rows, (row) => values[row]!);

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.round((sorted.length - 1) * share)]!;

/** The middle 95 % of shares over repeatable redraws of the answers. */
const shareIntervals = (
  columns: readonly Float64Array[],
  outcome: Float64Array,
  seed: number,
): { low: number; high: number }[] => {
  const chance = seededRandom(seed);
  const n = outcome.length;
  const seen = columns.map(() => [] as number[]);
  const correlationsOf = drawnCorrelations(columns, outcome);
  const counts = new Float64Array(n);
  for (let draw = 0; draw < draws; draw++) {
    counts.fill(0);
    for (let one = 0; one < n; one++)
      counts[Math.min(n - 1, Math.floor(chance.uniform() * n))]! += 1;
    const correlations = correlationsOf(counts);
    const again = correlations && weightsOfCorrelations(correlations);
    if (!again || again.explained === 0) continue;
    for (const [j, list] of seen.entries()) list.push(again.weights[j]! / again.explained);
  }
  return seen.map((list) => {
    const sorted = Float64Array.from(list).sort();
    return sorted.length < draws / 2
      ? { low: 0, high: 1 }
      : { low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
  });
};

/**
 * 驱动因素: which questions go together with the overall score, and how strongly. Each by its rank correlation (everybody who
 * answered both), and, where enough people answered all of them, by its share of the explained variance (relative weights of
 * the standardised answers). It stands together with the score; it does not prove the cause. Below thirty answers it says
 * nothing. The same answers always give the same figures.
 */
export const driversOf = (overall: Float64Array, columns: readonly DriverColumn[]): Drivers => {
  const answered = [...overall.keys()].filter((row) => !Number.isNaN(overall[row]!));
  const n = answered.length;
  const none = { n, complete: 0, explained: null, isEnough: false, drivers: [] };
  if (n < leastForDrivers) return none;
  const found = columns.flatMap(({ key, scores }) => {
    const rows = answered.filter((row) => !Number.isNaN(scores[row]!));
    if (rows.length < leastForDrivers) return [];
    const correlation = rankCorrelationOf(pick(scores, rows), pick(overall, rows));
    return correlation ? [{ key, scores, correlation }] : [];
  });
  const complete = answered.filter((row) =>
    found.every(({ scores }) => !Number.isNaN(scores[row]!)),
  );
  const enough = complete.length >= Math.max(leastForDrivers, 5 * found.length);
  const kept = found.map(({ scores }) => pick(scores, complete));
  const outcome = pick(overall, complete);
  const together = enough ? relativeWeightsOf(kept, outcome) : null;
  const intervals =
    together && together.explained > 0 ? shareIntervals(kept, outcome, complete.length) : null;
  const drivers = found.map(
    ({ key, correlation }, j): Driver => ({
      key,
      correlation,
      share:
        together && intervals
          ? { value: together.weights[j]! / together.explained, ...intervals[j]! }
          : null,
    }),
  );
  return {
    n,
    complete: complete.length,
    explained: together?.explained ?? null,
    isEnough: true,
    drivers: drivers.toSorted(
      (a, b) =>
        (b.share?.value ?? 0) - (a.share?.value ?? 0) ||
        Math.abs(b.correlation.r) - Math.abs(a.correlation.r),
    ),
  };
};
