import { expect, test } from "vitest";
import { cesOf } from "./ces.ts";
import { csatOf } from "./csat.ts";
import { countScores } from "./score-count.ts";

test("satisfaction is the share of 4 and 5, with the mean beside it", () => {
  const figure = csatOf(countScores([5, 4, 4, 3, 1]));
  expect(figure).toMatchObject({ n: 5, hits: 3, mean: 3.4 });
  expect(figure.top).toMatchObject({ share: 0.6 });
  expect(figure.top!.low).toBeCloseTo(0.2307, 4);
  expect(figure.top!.high).toBeCloseTo(0.8824, 4);
});

test("below five answers there is a mean and no share", () => {
  expect(csatOf(countScores([5, 5, 5, 5]))).toMatchObject({ hits: 4, top: null, mean: 5 });
});

test("effort counts 5 to 7 as easy", () => {
  expect(cesOf(countScores([7, 6, 5, 4, 1]))).toMatchObject({ n: 5, hits: 3, mean: 4.6 });
});
