import type { Minimum } from "./minimize.ts";

/**
 * Derivative-free minimum by the simplex of Nelder & Mead (1965); the fallback when the gradient search
 * stalls. Points where the function is not finite are treated as infinitely bad, so it cannot run away.
 */
export const nelderMead = (
  valueAt: (point: Float64Array) => number,
  start: Float64Array,
  maxEvaluations = 600,
): Pick<Minimum, "point" | "value" | "evaluations" | "converged"> => {
  const n = start.length;
  let evaluations = 0;
  const score = (point: Float64Array): number => {
    evaluations++;
    const value = valueAt(point);
    return Number.isFinite(value) ? value : Number.POSITIVE_INFINITY;
  };
  const corner = (point: Float64Array) => ({ point, value: score(point) });
  let simplex = [corner(start.slice())];
  for (let i = 0; i < n; i++) simplex.push(corner(start.map((v, j) => (i === j ? v + 0.5 : v))));

  let converged = false;
  while (evaluations < maxEvaluations) {
    simplex.sort((p, q) => p.value - q.value);
    const best = simplex[0]!;
    const worst = simplex[n]!;
    converged = worst.value - best.value <= 1e-12 * (1 + Math.abs(best.value));
    if (converged) break;
    const centre = start.map(
      (_, j) => simplex.slice(0, n).reduce((sum, c) => sum + c.point[j]!, 0) / n,
    );
    const along = (t: number) => corner(centre.map((v, j) => v + t * (worst.point[j]! - v)));
    const mirrored = along(-1);
    if (mirrored.value < best.value) {
      const stretched = along(-2);
      simplex[n] = stretched.value < mirrored.value ? stretched : mirrored;
    } else if (mirrored.value < simplex[n - 1]!.value) {
      simplex[n] = mirrored;
    } else {
      const shrunk = along(mirrored.value < worst.value ? -0.5 : 0.5);
      if (shrunk.value < Math.min(mirrored.value, worst.value)) simplex[n] = shrunk;
      else {
        simplex = [
          best,
          ...simplex
            .slice(1)
            .map((c) => corner(c.point.map((v, j) => best.point[j]! + 0.5 * (v - best.point[j]!)))),
        ];
      }
    }
  }
  simplex.sort((p, q) => p.value - q.value);
  return { point: simplex[0]!.point, value: simplex[0]!.value, evaluations, converged };
};
