import { expect, test } from "vitest";
import { readAnalysisSearch } from "./analysis-search.ts";

test("an address keeps what it means and loses what it cannot mean", () => {
  expect(
    readAnalysisSearch({ period: "year", by: "account", kind: "complaint", scale: "nps", x: 1 }),
  ).toEqual({ period: "year", by: "account", kind: "complaint", scale: "nps" });
  expect(readAnalysisSearch({ period: "decade", by: "<b>", survey: "' or 1=1" })).toEqual({});
});
