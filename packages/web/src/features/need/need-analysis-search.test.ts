import { expect, test } from "vitest";
import { readNeedAnalysisSearch } from "./need-analysis-search.ts";

test("an address is read back; what nobody knows is left out", () => {
  expect(readNeedAnalysisSearch({ period: "year", segment: "core" })).toEqual({
    period: "year",
    segment: "core",
  });
  expect(readNeedAnalysisSearch({ period: "ever", segment: "x", more: 1 })).toEqual({});
});
