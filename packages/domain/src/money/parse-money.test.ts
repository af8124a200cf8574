import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiplyMoney } from "./multiply-money.ts";
import { parseMoney } from "./parse-money.ts";

const minor = (text: string, shift = 0): unknown => {
  const parsed = parseMoney(text, { shift });
  return typeof parsed === "string" ? parsed : parsed.minor;
};

describe("an amount is read the way people type it", () => {
  it.each([
    ["1234.5", 123_450],
    ["1,234.50", 123_450],
    ["1,234", 123_400],
    ["12,34,567", 123_456_700],
    ["1.234,56", 123_456],
    ["1.234.567", 123_456_700],
    ["12,5", 1_250],
    ["１，２３４．５０", 123_450],
    ["1 234,50", 123_450],
    ["1'234.50", 123_450],
    ["￥1,200", 120_000],
    ["¥ 88", 8_800],
    ["$-5", -500],
    ["-$5", -500],
    ["(300)", -30_000],
    ["（300）", -30_000],
    ["300-", -30_000],
    ["−300", -30_000],
    ["+7", 700],
    ["1.2万", 1_200_000],
    ["1.2万元", 1_200_000],
    ["￥500万", 500_000_000],
    ["3亿元", 30_000_000_000],
    ["100元整", 10_000],
    ["USD 12", 1_200],
    ["12 USD", 1_200],
    ["人民币1000", 100_000],
    ["0.005", 1],
    ["-0.005", -1],
    [".5", 50],
    ["-0", 0],
  ])("%s", (text, expected) => expect(minor(text)).toBe(expected));

  it.each([
    ["", "empty"],
    ["  ", "empty"],
    ["abc", "not_a_number"],
    ["1,23,4", "ambiguous_separator"],
    ["1.2.3", "not_a_number"],
    ["--5", "not_a_number"],
    ["=1+1", "formula"],
    ["=cmd|' /C calc'!A0", "formula"],
    ["12 XYZ", "unknown_currency"],
    ["9999999999999", "absurd_amount"],
    ["1e400", "not_a_number"],
    ["123456789012345678901234567890", "absurd_amount"],
    ["NaN", "not_a_number"],
    ["∞", "not_a_number"],
  ])("refuses %s as %s", (text, reason) => expect(minor(text)).toBe(reason));

  it("a cell as long as a book is refused without being searched", () => {
    for (const text of [
      `1${" ".repeat(900_000)}x`,
      `${"(".repeat(900_000)}1`,
      "9".repeat(900_000),
    ]) {
      expect(minor(text)).toBe("not_a_number");
      expect(multiplyMoney("1", text)).toBe("not_a_number");
    }
  });

  it("a header in 万元 multiplies plain cells and leaves cells with their own unit alone", () => {
    expect(minor("1.5", 4)).toBe(1_500_000);
    expect(minor("15000元", 4)).toBe(1_500_000);
    expect(minor("1.5万", 4)).toBe(1_500_000);
  });

  it("the currency word travels with the amount and sets the size of the minor unit", () => {
    expect(parseMoney("港币12.5")).toEqual({ minor: 1_250, currency: "HKD" });
    expect(parseMoney("JPY 1200")).toEqual({ minor: 1_200, currency: "JPY" });
    expect(parseMoney("1200", { currency: "JPY" })).toEqual({ minor: 1_200, currency: null });
    expect(parseMoney("1.5", { currency: "KWD" })).toEqual({ minor: 1_500, currency: null });
  });

  it("every whole number of cents survives being written with thousands separators", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        const size = Math.abs(cents);
        const whole = Math.floor(size / 100).toString();
        const text = `${cents < 0 ? "-" : ""}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${String(size % 100).padStart(2, "0")}`;
        expect(minor(text)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe("price times quantity", () => {
  it.each([
    ["2.95", "-12", -3_540],
    ["1.005", "1", 101],
    ["0.0001", "3", 0],
    ["￥1,200.5", "2.5", 300_125],
    ["3", "(2)", -600],
    ["-3", "-2", 600],
  ])("%s × %s", (price, quantity, expected) => {
    const product = multiplyMoney(price, quantity);
    expect(typeof product === "string" ? product : product.minor).toBe(expected);
  });

  it("refuses what is not a number and what is absurd", () => {
    expect(multiplyMoney("abc", "1")).toBe("not_a_number");
    expect(multiplyMoney("1", "x")).toBe("not_a_number");
    expect(multiplyMoney("999999999", "999999999")).toBe("absurd_amount");
  });
});
