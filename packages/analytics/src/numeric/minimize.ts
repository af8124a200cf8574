import { nelderMead } from "./nelder-mead.ts";

/** Gives the value at a point and writes its gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. `inverseHessian` is the search's own row-major estimate, good for a warm start. */
export interface Minimum {
  point: Float64Array;
  value: number;
  inverseHessian: Float64Array;
  evaluations: number;
  converged: boolean;
}

/** Limits of a search. The defaults suit mean log-likelihoods in log-parameters. */
export interface MinimizeOptions {
  /** Every coordinate stays within ± this. */
  bound?: number;
  /** Largest gradient component still called zero. */
  gradientTolerance?: number;
  maxIterations?: number;
  /** Evaluations granted to Nelder–Mead when the gradient search stalls (600); 0 leaves it out. */
  simplexEvaluations?: number;
  /** Row-major start for the inverse Hessian; the identity by default. */
  inverseHessian?: Float64Array;
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

const identity = (n: number): Float64Array => {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
};

/** The BFGS update of the inverse Hessian after step s with gradient change y (Nocedal & Wright 6.17). */
const update = (h: Float64Array, s: Float64Array, y: Float64Array): void => {
  const n = s.length;
  const rho = 1 / dot(s, y);
  const hy = new Float64Array(n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) hy[i]! += h[i * n + j]! * y[j]!;
  const scale = rho * (1 + rho * dot(y, hy));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      h[i * n + j]! += scale * s[i]! * s[j]! - rho * (hy[i]! * s[j]! + s[i]! * hy[j]!);
    }
  }
};

const searchByGradient = (
  objective: Objective,
  start: Float64Array,
  options: MinimizeOptions,
): Minimum => {
  const { bound = 25, gradientTolerance = 1e-8, maxIterations = 200 } = options;
  const n = start.length;
  let point = start.map((v) => Math.min(bound, Math.max(-bound, v)));
  let gradient = new Float64Array(n);
  let value = objective(point, gradient);
  let evaluations = 1;
  let h = options.inverseHessian?.slice() ?? identity(n);
  let scaled = options.inverseHessian !== undefined;
  let flat = 0;
  const blocked = (i: number, direction: number): boolean =>
    (point[i]! >= bound && direction > 0) || (point[i]! <= -bound && direction < 0);

  for (let iteration = 0; iteration < maxIterations && Number.isFinite(value); iteration++) {
    if (gradient.every((g, i) => Math.abs(g) <= gradientTolerance || blocked(i, -g))) {
      const converged = point.every((v) => Math.abs(v) < bound);
      return { point, value, inverseHessian: h, evaluations, converged };
    }
    const direction = new Float64Array(n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) direction[i]! -= h[i * n + j]! * gradient[j]!;
    if (!(dot(direction, gradient) < 0)) {
      h = identity(n);
      for (let i = 0; i < n; i++) direction[i] = -gradient[i]!;
    }
    for (let i = 0; i < n; i++) if (blocked(i, direction[i]!)) direction[i] = 0;
    const slope = dot(direction, gradient);
    if (!(slope < 0)) break;
    // No parameter may change more than e² = 7.4 fold in one step.
    let largest = 0;
    for (const d of direction) largest = Math.max(largest, Math.abs(d));
    let step = Math.min(1, 2 / largest);
    let moved = false;
    for (let tries = 0; tries < 40; tries++) {
      const next = point.map((v, i) => Math.min(bound, Math.max(-bound, v + step * direction[i]!)));
      const nextGradient = new Float64Array(n);
      const nextValue = objective(next, nextGradient);
      evaluations++;
      const finite = Number.isFinite(nextValue) && nextGradient.every(Number.isFinite);
      if (finite && nextValue <= value + 1e-4 * step * slope + 1e-15 * Math.abs(value)) {
        const s = next.map((v, i) => v - point[i]!);
        const y = nextGradient.map((v, i) => v - gradient[i]!);
        const curvature = dot(s, y);
        if (curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y))) {
          if (!scaled) {
            const size = curvature / dot(y, y);
            for (let i = 0; i < n; i++) h[i * n + i] = size;
            scaled = true;
          }
          update(h, s, y);
        }
        flat = value - nextValue <= 1e-15 * Math.abs(value) ? flat + 1 : 0;
        [point, gradient, value] = [next, nextGradient, nextValue];
        moved = true;
        break;
      }
      const parabola = finite ? (-slope * step) / (2 * ((nextValue - value) / step - slope)) : 0.1;
      step *= finite ? Math.min(0.5, Math.max(0.1, parabola / step)) : 0.1;
    }
    if (!moved || flat >= 3) break;
  }
  const stalledAtMinimum = gradient.every((g) => Math.abs(g) <= 1e3 * gradientTolerance);
  return {
    point,
    value,
    inverseHessian: h,
    evaluations,
    converged:
      Number.isFinite(value) && stalledAtMinimum && point.every((v) => Math.abs(v) < bound),
  };
};

/**
 * Finds a local minimum: BFGS with a backtracking line search inside a box, and when that stalls away
 * from a flat gradient, Nelder–Mead and BFGS once more. It always ends, never leaves the box, never
 * returns a worse point than the start; `converged` says whether the gradient vanished inside the box.
 */
export const minimize = (
  objective: Objective,
  start: Float64Array,
  options: MinimizeOptions = {},
): Minimum => {
  const first = searchByGradient(objective, start, options);
  const bound = options.bound ?? 25;
  const simplexEvaluations = options.simplexEvaluations ?? 600;
  const atEdge = first.point.some((v) => Math.abs(v) >= bound);
  if (first.converged || atEdge || simplexEvaluations === 0) return first;
  const unused = new Float64Array(start.length);
  const inside = (point: Float64Array): number =>
    point.every((v) => Math.abs(v) <= bound) ? objective(point, unused) : Number.POSITIVE_INFINITY;
  const simplex = nelderMead(
    inside,
    Number.isFinite(first.value) ? first.point : start,
    simplexEvaluations,
  );
  const second = searchByGradient(objective, simplex.point, {
    ...options,
    inverseHessian: undefined,
  });
  const best = second.value <= first.value || !Number.isFinite(first.value) ? second : first;
  return {
    ...best,
    evaluations: first.evaluations + simplex.evaluations + second.evaluations,
  };
};
