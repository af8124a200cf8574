import { expect, test } from "vitest";
import { canonicalContent, changesBetween } from "./change-content.ts";

const first = {
  title: "加装一条产线",
  scope: "增加 B 线",
  feeMinor: 12_000_00,
  currency: "CNY",
  scheduleDays: 14,
  deliverOn: null,
};

test("two versions differ in exactly the fields whose value differs, in the order of the paper", () => {
  expect(changesBetween(first, first)).toEqual([]);
  expect(changesBetween(first, { ...first, deliverOn: "2027-03-01", feeMinor: 0 })).toEqual([
    "feeMinor",
    "deliverOn",
  ]);
});

test("the canonical content changes with every field, with the version and with the customer, and with nothing else", () => {
  const base = { ...first, changeId: "c", number: 1, account: "客户甲" };
  const variants = [
    { number: 2 },
    { account: "客户乙" },
    { title: "x" },
    { scope: "x" },
    { feeMinor: 1 },
    { currency: "USD" },
    { scheduleDays: -14 },
    { deliverOn: "2027-03-01" },
  ].map((change) => canonicalContent({ ...base, ...change }));
  expect(new Set([canonicalContent(base), ...variants]).size).toBe(variants.length + 1);
  expect(canonicalContent({ ...base })).toBe(canonicalContent(base));
});
