import { expect, test } from "vitest";
import { hessianFromGradient, invertPositiveDefinite } from "./hessian.ts";
import { minimize, type Objective } from "./minimize.ts";
import { nelderMead } from "./nelder-mead.ts";

const rosenbrock: Objective = (point, gradient) => {
  const [x, y] = [point[0]!, point[1]!];
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

test("the curved valley of Rosenbrock is followed to its bottom", () => {
  const found = minimize(rosenbrock, Float64Array.of(-1.2, 1));
  expect(found.converged).toBe(true);
  expect(found.point[0]).toBeCloseTo(1, 6);
  expect(found.point[1]).toBeCloseTo(1, 6);
});

test("a function that falls for ever ends at the edge of the box and says so", () => {
  const slide: Objective = (point, gradient) => {
    gradient.fill(1);
    return point[0]! + point[1]!;
  };
  const found = minimize(slide, Float64Array.of(0, 0), { bound: 5 });
  expect([...found.point]).toEqual([-5, -5]);
  expect(found.converged).toBe(false);
});

test("steps into places where the function does not exist are taken back", () => {
  const cliff: Objective = (point, gradient) => {
    gradient[0] = 1 - 1 / point[0]!;
    return point[0]! > 0 ? point[0]! - Math.log(point[0]!) : Number.NaN;
  };
  const found = minimize(cliff, Float64Array.of(9));
  expect(found.converged).toBe(true);
  expect(found.point[0]).toBeCloseTo(1, 6);
});

test("a wrong gradient cannot make the result worse than the start", () => {
  const lying: Objective = (point, gradient) => {
    gradient[0] = -2 * point[0]!;
    return point[0]! ** 2;
  };
  const found = minimize(lying, Float64Array.of(3));
  expect(found.value).toBeLessThanOrEqual(9);
  expect(Number.isFinite(found.point[0]!)).toBe(true);
});

test("a function that is nowhere finite ends the search at the start", () => {
  const nowhere: Objective = () => Number.NaN;
  const found = minimize(nowhere, Float64Array.of(1, 2));
  expect(found.converged).toBe(false);
  expect(found.point.every(Number.isFinite)).toBe(true);
});

test("Nelder–Mead needs no gradient", () => {
  const unused = new Float64Array(2);
  const found = nelderMead((point) => rosenbrock(point, unused), Float64Array.of(-1.2, 1));
  expect(found.converged).toBe(true);
  expect(found.point[0]).toBeCloseTo(1, 4);
});

test("the Hessian from gradients and its inverse are those of the function", () => {
  const hessian = hessianFromGradient(rosenbrock, Float64Array.of(1, 1));
  [802, -400, -400, 200].forEach((truth, i) => {
    expect(hessian[i]).toBeCloseTo(truth, 3);
  });
  const sided = hessianFromGradient(rosenbrock, Float64Array.of(1, 1), { sided: true });
  [802, -400, -400, 200].forEach((truth, i) => {
    expect(sided[i]! / truth).toBeCloseTo(1, 3);
  });
  const inverse = invertPositiveDefinite(Float64Array.of(802, -400, -400, 200))!;
  [0.5, 1, 1, 2.005].forEach((truth, i) => {
    expect(inverse[i]).toBeCloseTo(truth, 8);
  });
  expect(invertPositiveDefinite(Float64Array.of(1, 2, 2, 1))).toBeNull();
});
