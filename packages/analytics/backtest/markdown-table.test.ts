import { expect, test } from "vitest";
import { fineText, markdownTable, shareText } from "./markdown-table.ts";

test("columns are as wide as their widest cell and short rows are filled", () => {
  expect(markdownTable(["rule", "n"], [["recency", "12"], ["z"]])).toBe(
    ["| rule    | n  |", "|---------|----|", "| recency | 12 |", "| z       |    |"].join("\n"),
  );
});

test("shares drop the leading zero, wholes keep theirs, nothing is a dash", () => {
  expect([shareText(0.536), shareText(1), shareText(-0.2), shareText(Number.NaN)]).toEqual([
    ".54",
    "1.00",
    "-.20",
    "–",
  ]);
  expect(fineText(0.12024)).toBe(".1202");
});
