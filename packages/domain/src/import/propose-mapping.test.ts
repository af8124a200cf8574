import { expect, it } from "vitest";
import { headerSignature, proposeMapping } from "./propose-mapping.ts";

it("headers of both languages are recognised, each column once", () => {
  const chinese = proposeMapping(
    "payment",
    ["收款单号", "客户编号", "到账日期", "金额", "发票号"],
    [],
  );
  expect(chinese.columns).toEqual({
    externalId: 0,
    account: 1,
    paidOn: 2,
    amount: 3,
    invoiceId: 4,
  });
  const english = proposeMapping("product", ["SKU", "Description", "Category"], []);
  expect(english.columns).toEqual({ externalId: 0, name: 1, category: 2 });
});

it("a column that says nothing is left to the person", () => {
  expect(proposeMapping("account", ["客户编号", "客户名称", "zzz"], []).columns).toEqual({
    externalId: 0,
    name: 1,
  });
});

it("days decide whether day or month comes first", () => {
  const rows = [["O1", "K1", "25/12/2024", "1"]];
  expect(proposeMapping("order", ["单号", "客户", "日期", "金额"], rows).options.dayOrder).toBe(
    "day_first",
  );
});

it("the customer column holds names when its header or its cells say so", () => {
  const by = (header: string, ...cells: string[]) =>
    proposeMapping(
      "order",
      [header, "日期", "金额"],
      cells.map((cell) => [cell, "2024-01-05", "1"]),
    ).options.accountBy;
  expect(by("客户名称", "K1")).toBe("name");
  expect(by("客户", "万华化学", "一汽集团")).toBe("name");
  expect(by("客户", "K001", "K002")).toBe("number");
});

it("two headers are alike whatever the case and blanks", () => {
  expect(headerSignature(["Customer ID", "Date"])).toBe(headerSignature(["customer_id", "DATE "]));
});
