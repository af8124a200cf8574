import { expect, test } from "vitest";
import { formatChange, formatFigure, placeOnLine } from "./figure-words.ts";

test("a score has its sign, a share its per cent, and zero neither", () => {
  expect(["nps", "csat"].map((scale) => formatFigure(scale as "nps", 0))).toEqual(["0", "0%"]);
  expect(formatFigure("nps", 42)).toBe("+42");
  expect(formatFigure("nps", -7.4)).toBe("−7");
  expect(formatFigure("csat", 0.8)).toBe("80%");
});

test("changes are in points on either kind of scale", () => {
  expect(formatChange("nps", 12)).toBe("+12");
  expect(formatChange("ces", -0.05)).toBe("−5");
  expect(formatChange("csat", 0)).toBe("±0");
});

test("the ends of a scale are the ends of the line", () => {
  expect([placeOnLine("nps", -100), placeOnLine("nps", 100)]).toEqual([0, 1]);
  expect(placeOnLine("csat", 0.25)).toBe(0.25);
});
