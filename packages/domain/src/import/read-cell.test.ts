import { describe, expect, it } from "vitest";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import { usualImportOptions } from "./import-options.ts";
import { type CellContext, isBlankCell, readCell } from "./read-cell.ts";
import {
  type CellReading,
  dayCell,
  flagCell,
  moneyCell,
  recordField,
  textCell,
} from "./record-field.ts";

const context: CellContext = {
  options: usualImportOptions("CNY"),
  today: dayNumberFromIso("2026-11-21") ?? 0,
  currency: "CNY",
  shift: 0,
};
const read = (reading: CellReading, cell: string, required = false) =>
  readCell(recordField("x", reading, "x", { required }), cell, context);
const whole: CellReading = { as: "number", least: 0, most: 100, whole: true };
const words: CellReading = { as: "words", words: { return: ["退货", "refund"] } };

describe("a cell is read by the rules of its column", () => {
  it.each([
    [textCell(5), " 万华 ", "万华"],
    [textCell(20), "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    [dayCell, "2024年3月5日", "2024-03-05"],
    [flagCell, "是", true],
    [flagCell, "Ｎ", false],
    [whole, "60", 60],
    [whole, "80%", 80],
    [words, "退货", "return"],
    [words, "RETURN", "return"],
    [{ as: "currency" } as const, "美元", "USD"],
  ])("%o %s", (reading, cell, value) => {
    expect(read(reading, cell)).toBe(value);
  });

  it("an amount comes in minor units", () => {
    expect(read(moneyCell, "￥1,234.50")).toMatchObject({ minor: 123_450 });
    expect(
      readCell(recordField("x", moneyCell, "x"), "1.5", { ...context, shift: 4 }),
    ).toMatchObject({
      minor: 1_500_000,
    });
  });

  it.each([
    [textCell(2), "太长了", "text_too_long"],
    [textCell(9), "a\u0000b", "text_unreadable"],
    [dayCell, "2024-02-30", "impossible_day"],
    [dayCell, "1900-01-01", "too_early"],
    [dayCell, "2999-01-01", "too_late"],
    [dayCell, "soon", "not_a_day"],
    [moneyCell, "abc", "not_a_number"],
    [flagCell, "maybe", "value_unknown"],
    [whole, "1.5", "not_a_number"],
    [whole, "101", "not_a_number"],
    [words, "gift", "value_unknown"],
    [{ as: "currency" } as const, "shells", "unknown_currency"],
  ])("%o refuses %s as %s", (reading, cell, refused) => {
    expect(read(reading, cell)).toMatchObject({ refused, params: { field: "x" } });
  });

  it.each(["", "  ", "NULL", "null", "\\N"])(
    "%j is empty: null, or refused where needed",
    (cell) => {
      expect(isBlankCell(cell)).toBe(true);
      expect(read(textCell(5), cell)).toBeNull();
      expect(read(textCell(5), cell, true)).toMatchObject({ refused: "empty_required" });
    },
  );
});
