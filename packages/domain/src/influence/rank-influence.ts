import type { Influence } from "./influence.ts";

/** A ranking forces a difference, so it needs two people. */
export const leastRanked = 2;
/** More than this nobody can put in order honestly. */
export const mostRanked = 60;

/**
 * Influence from a forced ranking: the first of `count` people gets 5, the last 1, those between lie evenly on the line and
 * are rounded: 5 − round(4 × place / (count − 1)). `place` counts from 0; `count` is at least 2.
 */
export const influenceOfRank = (place: number, count: number): Influence =>
  (5 - Math.round((4 * place) / (count - 1))) as Influence;
