import type { PromiseBoard } from "@mainstay/contract/promise";

/** Fewer promises than this say nothing about a department. */
export const fewPromises = 5;

/**
 * 最常失约: the department of which it is surest that it fails to keep its days: the upper end of its interval on time is the
 * lowest, and it has failed at least once. Null where none has enough promises to be judged.
 */
export const leastReliable = (
  departments: PromiseBoard["departments"],
): PromiseBoard["departments"][number] | null =>
  departments
    .filter(({ figures }) => figures.due >= fewPromises && figures.onTime < figures.due)
    .toSorted((a, b) => (a.figures.interval?.high ?? 1) - (b.figures.interval?.high ?? 1))[0] ??
  null;
