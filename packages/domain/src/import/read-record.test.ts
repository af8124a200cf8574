import { expect, it } from "vitest";
import { dayNumberFromIso } from "../calendar/day-number.ts";
import type { ImportKind } from "./import-kind.ts";
import { type ImportOptions, usualImportOptions } from "./import-options.ts";
import { proposeMapping } from "./propose-mapping.ts";
import { orderRowReader } from "./read-order-row.ts";
import { anonymousRow, recordReader, type RowReading } from "./read-record.ts";

const reading = (
  kind: ImportKind,
  header: string,
  options: Partial<ImportOptions> = {},
): RowReading => ({
  kind,
  header: header.split(","),
  columns: proposeMapping(kind, header.split(","), []).columns,
  options: { ...usualImportOptions("CNY"), ...options },
  today: dayNumberFromIso("2026-11-21") ?? 0,
});
const record = (kind: ImportKind, header: string, row: string, options?: Partial<ImportOptions>) =>
  recordReader(reading(kind, header, options))(row.split(","));
const order = (header: string, row: string, options?: Partial<ImportOptions>) =>
  orderRowReader(reading("order", header, options))(row.split(","));

it("a row becomes its fields, amounts in the unit of their header", () => {
  expect(record("invoice", "发票号,客户编号,开票日期,金额(万元)", "F1,K1,2024-01-05,1.5")).toEqual({
    values: { externalId: "F1", account: "K1", issuedOn: "2024-01-05", amount: 1_500_000 },
    currency: "CNY",
  });
});

it("the unit that a person chose goes before the header's", () => {
  const header = "发票号,客户编号,开票日期,金额(万元)";
  expect(record("invoice", header, "F1,K1,2024-01-05,1.5", { amountUnit: "yuan" })).toMatchObject({
    values: { amount: 150 },
  });
});

it("the currency is the row's, else the amount's own, else the usual one", () => {
  const header = "发票号,客户编号,开票日期,金额,币种";
  expect(record("invoice", header, "F1,K1,2024-01-05,$5,EUR")).toMatchObject({ currency: "EUR" });
  expect(record("invoice", header, "F1,K1,2024-01-05,$5,")).toMatchObject({ currency: "USD" });
  expect(record("invoice", header, "F1,K1,2024-01-05,5,")).toMatchObject({ currency: "CNY" });
});

it("a row without a customer is left out or refused, as chosen", () => {
  const header = "发票号,客户编号,开票日期,金额";
  expect(record("invoice", header, "F1,,2024-01-05,5")).toBe(anonymousRow);
  expect(record("invoice", header, "F1,,2024-01-05,5", { anonymous: "refuse" })).toMatchObject({
    refused: "anonymous_account",
  });
});

it("the first cell that cannot be read refuses its row and is named", () => {
  expect(record("invoice", "发票号,客户编号,开票日期,金额", "F1,K1,2024-02-31,x")).toMatchObject({
    refused: "impossible_day",
    params: { field: "issuedOn", text: "2024-02-31" },
  });
});

it("an order line is quantity times price when no amount is given, and keeps both as text", () => {
  expect(order("单号,客户,日期,数量,单价", "O1,K1,2024-01-05,3,1.5")).toMatchObject({
    orderId: "O1",
    account: "K1",
    minor: 450,
    quantity: "3",
    unitPrice: "1.5",
    currency: "CNY",
    isReturn: null,
  });
});

it("a line is a return by its type, or when it is negative and has no order number", () => {
  expect(order("单号,客户,日期,金额,单据类型", "O1,K1,2024-01-05,10,退货")).toMatchObject({
    minor: -1_000,
    isReturn: true,
  });
  expect(order("客户,日期,金额", "K1,2024-01-05,-10")).toMatchObject({ isReturn: true });
  expect(order("单号,客户,日期,金额", "O1,K1,2024-01-05,-10")).toMatchObject({ isReturn: null });
});

it("an order number or product longer than the column is refused, and an anonymous line left out", () => {
  const long = "9".repeat(101);
  expect(order("单号,客户,日期,金额", `${long},K1,2024-01-05,1`)).toMatchObject({
    refused: "text_too_long",
    params: { field: "orderId" },
  });
  expect(order("单号,客户,日期,金额", "O1,,2024-01-05,1")).toBe(anonymousRow);
});
