import { expect, test } from "vitest";
import { formatMoney } from "./format-money.ts";

test("amounts read in 万 and 亿 in Chinese and in k and M in English", () => {
  expect(formatMoney(212_000_000, "CNY", "zh-CN")).toBe("¥212 万");
  expect(formatMoney(48_000_000, "CNY", "en")).toBe("¥480k");
  expect(formatMoney(212_345_678, "CNY", "en")).toBe("¥2.12M");
  expect(formatMoney(1_230_000_000_000, "CNY", "zh-CN")).toBe("¥123 亿");
});

test("who prefers whole units gets thousands separators, and a loss a true minus sign", () => {
  expect(formatMoney(-212_345_678, "GBP", "zh-CN", { unit: "yuan" })).toBe("−£2,123,457");
  expect(formatMoney(100, "USD", "en", { unit: "yuan", signed: true })).toBe("+US$1");
});

test("exact amounts follow the decimals of their currency", () => {
  expect(formatMoney(1_234, "CNY", "en", { exact: true })).toBe("¥12.34");
  expect(formatMoney(1_234, "JPY", "en", { exact: true })).toBe("JP¥1,234");
});
