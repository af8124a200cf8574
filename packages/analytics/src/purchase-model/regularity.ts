import { digamma, trigamma } from "../numeric/digamma.ts";
import type { OrderDays } from "./repeat-history.ts";

/** How the rhythm's regularity k is estimated: one k for all from each account's last two gaps, or the median of one k per account. */
export type RegularityMethod = "wheat-morrison" | "likelihood" | "minka" | "thom" | "variation";

/** Shape of the gamma distribution that best fits positive gaps, from s = ln(mean) − mean(ln). */
const shapeByLikelihood = (s: number): number => {
  let k = shapeByMinka(s);
  for (let step = 0; step < 20; step++) {
    const move = (Math.log(k) - digamma(k) - s) / (1 / k - trigamma(k));
    const next = k - move > 0 ? k - move : k / 2;
    if (Math.abs(next - k) <= 1e-12 * k) break;
    k = next;
  }
  return k;
};

const shapeByMinka = (s: number): number => (3 - s + Math.sqrt((s - 3) ** 2 + 24 * s)) / (12 * s);

const shapeByThom = (s: number): number => (1 + Math.sqrt(1 + (4 * s) / 3)) / (4 * s);

const shapeOf = (gaps: readonly number[], method: RegularityMethod): number => {
  const n = gaps.length;
  const mean = gaps.reduce((sum, g) => sum + g, 0) / n;
  if (method === "variation") {
    return (mean * mean * (n - 1)) / gaps.reduce((sum, g) => sum + (g - mean) ** 2, 0);
  }
  const s = Math.log(mean) - gaps.reduce((sum, g) => sum + Math.log(g), 0) / n;
  if (method === "minka") return shapeByMinka(s);
  return method === "thom" ? shapeByThom(s) : shapeByLikelihood(s);
};

const medianOf = (values: number[]): number => {
  values.sort((p, q) => p - q);
  const middle = values.length >> 1;
  return values.length % 2 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2;
};

/**
 * Regularity k of a portfolio's order rhythm: about 1 means random order times, above 1.5 a rhythm worth
 * modelling. Wheat & Morrison (1990): M = one of the last two gaps / their sum is Beta(k, k) with mean ½, so
 * k = (1 − 4 Var M)/(8 Var M), from accounts with ≥ 2 gaps; the variance is taken about ½, so that it does not matter
 * which of the two gaps is picked. The other methods take the median over accounts with ≥ `minGaps` (10) gaps.
 * `null` when no account, or no spread, allows an estimate.
 */
export const estimateRegularity = (
  { offsets, days }: OrderDays,
  method: RegularityMethod = "wheat-morrison",
  minGaps: number = method === "wheat-morrison" ? 2 : 10,
): number | null => {
  const values: number[] = [];
  for (let account = 0; account + 1 < offsets.length; account++) {
    const gaps: number[] = [];
    for (let i = offsets[account]! + 1; i < offsets[account + 1]!; i++) {
      if (days[i]! > days[i - 1]!) gaps.push(days[i]! - days[i - 1]!);
    }
    if (gaps.length < minGaps) continue;
    if (method === "wheat-morrison") {
      const last = gaps[gaps.length - 1]!;
      values.push(last / (last + gaps[gaps.length - 2]!));
    } else values.push(shapeOf(gaps, method));
  }
  if (values.length < 2) return null;
  if (method !== "wheat-morrison") return medianOf(values);
  const variance = values.reduce((sum, v) => sum + (v - 0.5) ** 2, 0) / values.length;
  return variance > 0 ? (1 - 4 * variance) / (8 * variance) : null;
};
