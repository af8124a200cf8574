import fc from "fast-check";
import { expect, test } from "vitest";
import { symmetricEigen } from "./symmetric-eigen.ts";

test("the matrix of the textbook has its eigenvalues", () => {
  const { values } = symmetricEigen(Float64Array.from([2, 1, 0, 1, 2, 1, 0, 1, 2]), 3);
  expect([...values].sort((a, b) => a - b)).toEqual([
    expect.closeTo(2 - Math.SQRT2, 12),
    expect.closeTo(2, 12),
    expect.closeTo(2 + Math.SQRT2, 12),
  ]);
});

test("values and vectors put the matrix together again, and the vectors are orthonormal", () => {
  const size = 4;
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 16, maxLength: 16 }),
      (entries) => {
        const m = Float64Array.from(entries);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < i; j++) m[i * size + j] = m[j * size + i]!;
        const { values, vectors } = symmetricEigen(m, size);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            let sum = 0;
            let dot = 0;
            for (let k = 0; k < size; k++) {
              sum += vectors[i * size + k]! * values[k]! * vectors[j * size + k]!;
              dot += vectors[k * size + i]! * vectors[k * size + j]!;
            }
            expect(sum).toBeCloseTo(m[i * size + j]!, 9);
            expect(dot).toBeCloseTo(i === j ? 1 : 0, 9);
          }
      },
    ),
    { numRuns: 50 },
  );
});
