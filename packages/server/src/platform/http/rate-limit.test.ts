import { expect, test } from "vitest";
import type { AppError } from "./app-error.ts";
import { createRateLimit } from "./rate-limit.ts";

const limitAt = (perMinute: number) => {
  let now = 0;
  const limit = createRateLimit(perMinute, { now: () => new Date(now) });
  const take = (key: string) => {
    try {
      limit.take(key);
      return 0;
    } catch (error) {
      return (error as AppError).params.seconds;
    }
  };
  return { take, wait: (ms: number) => (now += ms) };
};

test("a burst up to the limit passes, then each act waits its turn", () => {
  const { take, wait } = limitAt(6);
  expect([1, 2, 3, 4, 5, 6].map(() => take("li"))).toEqual([0, 0, 0, 0, 0, 0]);
  expect(take("li")).toBe(10);
  wait(10_000);
  expect(take("li")).toBe(0);
  expect(take("li")).toBe(10);
});

test("one caller's burst does not touch another's", () => {
  const { take } = limitAt(1);
  take("li");
  expect(take("li")).toBe(60);
  expect(take("wang")).toBe(0);
});

test("a limit of 0 is no limit", () => {
  const { take } = limitAt(0);
  expect(Array.from({ length: 1000 }, () => take("li")).every((wait) => wait === 0)).toBe(true);
});
