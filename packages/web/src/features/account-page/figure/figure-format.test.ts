import { describe, expect, it } from "vitest";
import type { FigureVoice } from "./figure-format.ts";
import { formatFigure } from "./figure-format.ts";

const zh: FigureVoice = {
  locale: "zh-CN",
  currency: "CNY",
  amountUnit: "ten_thousand_yuan",
  notApplicable: "不适用",
  word: (value) => `〈${value}〉`,
};

describe("a figure in words", () => {
  it.each([
    [265_827_763, "money", "¥266 万"],
    [0.6, "share", "60%"],
    [0.8830469, "share", "88.3%"],
    [-1, "share", "−100%"],
    ["2026-10-24", "day", "2026年10月24日"],
    ["develop", "word", "〈develop〉"],
    [9, "number", "9"],
    [null, "money", "不适用"],
    [null, "share", "不适用"],
  ] as const)("%s as %s reads %s", (value, unit, words) => {
    expect(formatFigure(value, unit, zh)).toBe(words);
  });

  it("an English reader gets the same number the English way", () => {
    expect(formatFigure(265_827_763, "money", { ...zh, locale: "en" })).toBe("¥2.66M");
  });
});
