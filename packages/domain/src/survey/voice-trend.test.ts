import { expect, test } from "vitest";
import { trendChange, trendParts } from "./voice-trend.ts";

const nps = (value: number | null) => ({ scale: "nps", value }) as const;
const csat = (value: number) => ({ scale: "csat", value }) as const;

test("a line never joins two scales, not even when the first comes back", () => {
  const parts = trendParts([nps(10), nps(20), csat(0.8), nps(30)]);
  expect(parts.map(({ scale, points }) => [scale, points.length])).toEqual([
    ["nps", 2],
    ["csat", 1],
    ["nps", 1],
  ]);
});

test("there is a change between two figures of one scale only", () => {
  expect(trendChange(nps(10), nps(25))).toBe(15);
  expect(trendChange(nps(10), csat(0.9))).toBeNull();
  expect(trendChange(nps(null), nps(25))).toBeNull();
});
