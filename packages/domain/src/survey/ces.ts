import { type TopBoxFigure, topBoxOf } from "./csat.ts";
import type { ScoreCount } from "./score-count.ts";

/**
 * 费力度 CES 2.0 on 1–7 (formulas § 2), higher is easier: the mean, and beside it the share who found it easy (5–7) with
 * its Wilson interval.
 */
export const cesOf = (counts: readonly ScoreCount[]): TopBoxFigure => topBoxOf(counts, 5, 7);
