import { sha256 } from "./sha256.ts";

const span = 2 ** 48;

/** Endless even numbers 0 … 2^48 − 1 of a seed: the first 12 hexadecimal signs of SHA-256("<seed>:<i>"), i = 0, 1, 2 … */
const numbersOf = (seed: string): (() => number) => {
  let i = 0;
  return () => Number.parseInt(sha256(`${seed}:${i++}`).slice(0, 12), 16);
};

/** An even number below `limit`: numbers of the last, incomplete stretch are thrown away, so that none is likelier. */
const below = (next: () => number, limit: number): number => {
  const whole = span - (span % limit);
  for (;;) {
    const number = next();
    if (number < whole) return number % limit;
  }
};

/**
 * 抽样 Draws `n` of the places 0 … size − 1, each set of places equally likely, in the order drawn. The same seed gives the
 * same sample on any machine: places are shuffled from the front (Fisher–Yates), the k-th step swapping place k with an
 * even one of k … size − 1. Asked for more than there are, it gives all.
 *
 * @param seed any text; for inspections `inspectionSeed`
 */
export const drawSample = (seed: string, n: number, size: number): number[] => {
  const next = numbersOf(seed);
  // Only the places that were moved are kept: a sample of ten out of a million costs ten.
  const moved = new Map<number, number>();
  const at = (place: number) => moved.get(place) ?? place;
  return Array.from({ length: Math.min(n, size) }, (_, k) => {
    const other = k + below(next, size - k);
    const drawn = at(other);
    moved.set(other, at(k));
    return drawn;
  });
};

/**
 * How many of each stratum a sample of `n` takes: in proportion to its size, the largest remainders first, and at least one of each
 * as long as there are enough. Never more than a stratum has.
 */
export const allotStrata = (n: number, sizes: readonly number[]): number[] => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const wanted = Math.min(n, total);
  const filled = sizes.filter((size) => size > 0).length;
  const least = wanted >= filled ? 1 : 0;
  const exact = sizes.map((size) => (total === 0 ? 0 : (wanted * size) / total));
  const allotted = sizes.map((size, i) => Math.max(Math.floor(exact[i]!), size > 0 ? least : 0));
  const order = sizes
    .map((_, i) => i)
    .toSorted((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  let left = wanted - allotted.reduce((sum, one) => sum + one, 0);
  for (let turn = 0; left > 0; turn++) {
    const i = order[turn % order.length]!;
    if (allotted[i]! < sizes[i]!) {
      allotted[i]!++;
      left--;
    }
  }
  // The smallest strata were given one each out of turn: the largest give it back.
  while (left < 0) {
    const i = allotted.indexOf(Math.max(...allotted));
    allotted[i]!--;
    left++;
  }
  return allotted;
};

/**
 * Draws from strata: each gives its allotted share, drawn with a seed of its own (SHA-256 of "<seed>/<stratum>"). Places count in
 * the whole population; strata in the order of their names.
 *
 * @param strata the stratum of each place
 */
export const drawStratified = (seed: string, n: number, strata: readonly string[]): number[] => {
  const places = new Map<string, number[]>();
  strata.forEach((stratum, place) => {
    const known = places.get(stratum);
    if (known) known.push(place);
    else places.set(stratum, [place]);
  });
  const names = [...places.keys()].toSorted();
  const shares = allotStrata(
    n,
    names.map((name) => places.get(name)!.length),
  );
  return names.flatMap((name, i) => {
    const own = places.get(name)!;
    return drawSample(sha256(`${seed}/${name}`), shares[i]!, own.length).map((at) => own[at]!);
  });
};
