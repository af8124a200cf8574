import { expect, test } from "vitest";
import {
  type AnnouncedDraw,
  commitmentOf,
  drawOf,
  inspectionSeed,
  populationHash,
  verifyDraw,
} from "./inspection-draw.ts";

const announced: AnnouncedDraw = {
  inspectionId: "0199b7a0-0000-7000-8000-000000000001",
  population: ["a", "b", "c", "d", "e", "f"],
  strata: ["x", "x", "x", "y", "y", "y"],
  sampleSize: 4,
};
const nonce = "5e9e7c";
const published = {
  ...announced,
  populationSha256: populationHash(announced),
  commitmentSha256: commitmentOf(nonce),
  nonce,
  seed: inspectionSeed(announced, nonce),
  drawn: drawOf(announced, nonce),
};

test("what was drawn as announced is found equal by anybody", () => {
  expect(verifyDraw(published)).toEqual({
    population: true,
    commitment: true,
    seed: true,
    sample: true,
  });
  expect(published.drawn).toHaveLength(4);
});

test("whatever was changed afterwards shows: population, stratum, number, size, sample", () => {
  const wrong = (change: Partial<typeof published>) =>
    Object.entries(verifyDraw({ ...published, ...change }))
      .filter(([, equal]) => !equal)
      .map(([check]) => check);
  expect(wrong({ population: ["a", "b", "c", "d", "e", "z"] })).toContain("population");
  expect(wrong({ strata: ["x", "x", "y", "y", "y", "y"] })).toContain("population");
  expect(wrong({ nonce: "5e9e7d" })).toContain("commitment");
  expect(wrong({ sampleSize: 5 })).toContain("seed");
  expect(wrong({ drawn: published.drawn.toReversed() })).toEqual(["sample"]);
});

test("another inspection of the same population and number draws otherwise", () => {
  const other = { ...announced, inspectionId: "0199b7a0-0000-7000-8000-000000000002" };
  expect(inspectionSeed(other, nonce)).not.toBe(published.seed);
  // Neither can the population be chosen once the number is known.
  const chosen = { ...announced, population: ["a", "b", "c", "d", "e", "z"] };
  expect(inspectionSeed(chosen, nonce)).not.toBe(published.seed);
});
