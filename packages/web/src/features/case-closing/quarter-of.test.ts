import { expect, test } from "vitest";
import { quarterOf } from "./quarter-of.ts";

test("a quarter begins in January, April, July and October", () => {
  expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-11-22"].map(quarterOf)).toEqual([
    "2026-01-01",
    "2026-01-01",
    "2026-04-01",
    "2026-10-01",
  ]);
});
