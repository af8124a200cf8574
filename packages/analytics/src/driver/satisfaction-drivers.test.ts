import { expect, test } from "vitest";
import { seededRandom } from "../numeric/seeded-random.ts";
import { driversOf } from "./satisfaction-drivers.ts";

/** Answers of people whose overall score follows delivery, and hardly price. */
const answers = (n: number) => {
  const chance = seededRandom(11);
  const five = () => 1 + Math.min(4, Math.floor(chance.uniform() * 5));
  const delivery = Float64Array.from({ length: n }, five);
  const price = Float64Array.from({ length: n }, five);
  const overall = Float64Array.from(delivery, (score) =>
    Math.max(0, Math.min(10, Math.round(score * 2 + chance.normal()))),
  );
  return { delivery, price, overall };
};

test("the question that moves with the overall score comes first, with interval and n", () => {
  const { delivery, price, overall } = answers(80);
  const found = driversOf(overall, [
    { key: "price", scores: price },
    { key: "delivery", scores: delivery },
  ]);
  expect(found).toMatchObject({ n: 80, complete: 80, isEnough: true });
  const [first, second] = found.drivers;
  expect(first?.key).toBe("delivery");
  expect(first?.correlation.r).toBeGreaterThan(0.8);
  expect(first?.share?.value).toBeGreaterThan(0.9);
  expect(first?.share?.low).toBeLessThanOrEqual(first?.share?.value ?? 0);
  expect(second?.correlation).toMatchObject({ n: 80 });
  expect(second?.share?.high).toBeLessThan(0.3);
  expect((first?.share?.value ?? 0) + (second?.share?.value ?? 0)).toBeCloseTo(1, 9);
});

test("the same answers give the same figures again", () => {
  const { delivery, price, overall } = answers(50);
  const columns = [
    { key: "price", scores: price },
    { key: "delivery", scores: delivery },
  ];
  expect(driversOf(overall, columns)).toEqual(driversOf(overall, columns));
});

test("below thirty answers nothing is said", () => {
  const { delivery, overall } = answers(29);
  expect(driversOf(overall, [{ key: "delivery", scores: delivery }])).toEqual({
    n: 29,
    complete: 0,
    explained: null,
    isEnough: false,
    drivers: [],
  });
});

test("shares want five complete answers for every question that is compared", () => {
  const { delivery, overall } = answers(34);
  const chance = seededRandom(3);
  const columns = Array.from({ length: 7 }, (_, i) => ({
    key: `q${i}`,
    scores: delivery.map((score) => Math.min(5, Math.max(1, Math.round(score + chance.normal())))),
  }));
  expect(driversOf(overall, columns.slice(0, 6)).explained).not.toBeNull();
  expect(driversOf(overall, columns).explained).toBeNull();
});

test("who left a question out counts for the others; too few complete answers leave the shares out", () => {
  const { delivery, price, overall } = answers(60);
  for (let i = 0; i < 40; i++) (i < 20 ? price : delivery)[i] = Number.NaN;
  const found = driversOf(overall, [
    { key: "price", scores: price },
    { key: "delivery", scores: delivery },
  ]);
  expect(found.complete).toBe(20);
  expect(found.explained).toBeNull();
  expect(found.drivers.map(({ key, correlation, share }) => [key, correlation.n, share])).toEqual([
    ["delivery", 40, null],
    ["price", 40, null],
  ]);
});
