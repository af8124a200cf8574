import { livingContact } from "./contact-coverage.ts";

/**
 * 往来人数 ThreadCount: how many of their people are in living contact with us, c ≥ 0.3 (formulas § 3). Counts everybody who
 * works at the account now, in the decision chain or not; below 2 red, below 3 amber.
 */
export const threadCount = (coverageOfPeople: Iterable<number>): number => {
  let count = 0;
  for (const coverage of coverageOfPeople) if (coverage >= livingContact) count += 1;
  return count;
};

/** What one of us has with one of theirs, over the contacts in which both took part. */
export interface PairCoverage {
  readonly userId: string;
  readonly personId: string;
  readonly coverage: number;
}

/**
 * 对接人数 BusFactor: how many of OUR people are in living contact (c ≥ 0.3) with at least one key person (formulas § 3).
 * Below 2 the account hangs on one of us. Colleagues who left are left out by the caller.
 */
export const busFactor = (
  pairs: Iterable<PairCoverage>,
  keyPersonIds: ReadonlySet<string>,
): number => {
  const living = new Set<string>();
  for (const { userId, personId, coverage } of pairs)
    if (coverage >= livingContact && keyPersonIds.has(personId)) living.add(userId);
  return living.size;
};
