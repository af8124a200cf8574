import { expect, test } from "vitest";
import { changeInterval, holdsZero } from "./change-interval.ts";
import { wilsonInterval } from "./wilson.ts";

const shareOf = (hits: number, n: number) => ({ value: hits / n, ...wilsonInterval(hits, n)! });

test("the change of a share has the interval that Newcombe printed for 56/70 less 48/80", () => {
  const { low, high } = changeInterval(shareOf(48, 80), shareOf(56, 70));
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
});

test("a fall is the rise turned around", () => {
  const [more, less] = [shareOf(56, 70), shareOf(48, 80)];
  const [rise, fall] = [changeInterval(less, more), changeInterval(more, less)];
  expect(fall.low).toBeCloseTo(-rise.high, 12);
  expect(fall.high).toBeCloseTo(-rise.low, 12);
});

test("a small change between few answers leaves it open whether anything changed", () => {
  expect(holdsZero(changeInterval(shareOf(6, 10), shareOf(7, 10)))).toBe(true);
  expect(holdsZero(changeInterval(shareOf(20, 200), shareOf(180, 200)))).toBe(false);
});
