/** Nodes and weights of a quadrature rule on [0, 1]; ∫₀¹ f ≈ Σ weights[i]·f(nodes[i]). */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

const buildRule = (points: number): QuadratureRule => {
  const nodes = new Float64Array(points);
  const weights = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let previous = 1;
      let current = x;
      for (let n = 2; n <= points; n++) {
        [previous, current] = [current, ((2 * n - 1) * x * current - (n - 1) * previous) / n];
      }
      slope = (points * (x * current - previous)) / (x * x - 1);
      const move = current / slope;
      x -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    nodes[points - 1 - i] = (1 + x) / 2;
    weights[points - 1 - i] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
};

/** The Gauss–Legendre rule with the given number of points (≥ 2), on [0, 1]; exact for polynomials of degree 2·points − 1. */
export const gaussLegendre = (points: number): QuadratureRule => {
  const known = rules.get(points);
  if (known) return known;
  const rule = buildRule(points);
  rules.set(points, rule);
  return rule;
};

/** ∫ f over [from, to] by the Gauss–Legendre rule with the given number of points. */
export const integrate = (
  f: (x: number) => number,
  from: number,
  to: number,
  points: number,
): number => {
  const { nodes, weights } = gaussLegendre(points);
  const width = to - from;
  let sum = 0;
  for (let i = 0; i < points; i++) sum += weights[i]! * f(from + width * nodes[i]!);
  return sum * width;
};
