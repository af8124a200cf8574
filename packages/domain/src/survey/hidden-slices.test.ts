import { expect, test } from "vitest";
import { hiddenSlices } from "./hidden-slices.ts";

const hidden = (total: number, ...sizes: number[]) =>
  [
    ...hiddenSlices(
      total,
      sizes.map((n, index) => ({ key: String(index), n })),
    ),
  ].sort();

test("slices of five or more are shown", () => {
  expect(hidden(30, 5, 10, 15)).toEqual([]);
  expect(hidden(30, 0, 15, 15)).toEqual([]);
});

test("a small slice takes the next smallest with it, or subtracting would show it", () => {
  expect(hidden(33, 3, 10, 20)).toEqual(["0", "1"]);
  expect(hidden(24, 4, 20)).toEqual(["0", "1"]);
});

test("small slices that are five or more together hide each other", () => {
  expect(hidden(27, 3, 4, 20)).toEqual(["0", "1"]);
});

test("answers in no slice count as hidden", () => {
  expect(hidden(32, 10, 20)).toEqual(["0"]);
  expect(hidden(40, 10, 20)).toEqual([]);
});

test("a total below five hides everything", () => {
  expect(hidden(4, 4)).toEqual(["0"]);
});

test("whatever is shown, total minus shown is nothing or at least five", () => {
  let seed = 7;
  const draw = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  for (let round = 0; round < 2000; round++) {
    const slices = Array.from({ length: 1 + draw(6) }, (_, key) => ({
      key: `${key}`,
      n: draw(12),
    }));
    const total = slices.reduce((sum, { n }) => sum + n, draw(3));
    const away = hiddenSlices(total, slices);
    const shown = slices.filter(({ key, n }) => n > 0 && !away.has(key));
    expect(shown.every(({ n }) => n >= 5)).toBe(true);
    const rest = total - shown.reduce((sum, { n }) => sum + n, 0);
    expect(rest === 0 || rest >= 5 || shown.length === 0).toBe(true);
  }
});
