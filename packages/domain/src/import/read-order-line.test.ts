import { describe, expect, it } from "vitest";
import { dayNumberOf } from "../calendar/day-number.ts";
import { looksLikeFormula } from "./looks-like-formula.ts";
import { findHeaderRow } from "./map-columns.ts";
import { mapOrderLineColumns } from "./map-order-line-columns.ts";
import { headerUnit, normaliseHeader } from "./normalise-header.ts";
import { orderLineFields } from "./order-line-fields.ts";
import { isOrderLineRefusal, orderLineReader } from "./read-order-line.ts";

const today = dayNumberOf(2026, 6, 1);
const mapped = (header: string, ...rows: string[]): Record<string, string> => {
  const { columns } = mapOrderLineColumns(
    header.split(","),
    rows.map((row) => row.split(",")),
  );
  return Object.fromEntries(Object.entries(columns).map(([field, at]) => [field, at.header]));
};

describe("headers are recognised in both languages", () => {
  it("a Chinese sales export", () => {
    expect(
      mapped(
        "客户编号,客户名称,下单日期,订单号,产品,数量,单价,金额(万元),成本,币种",
        "K1,万华,2024-01-05,D1,泵,1,2,3,1,CNY",
      ),
    ).toEqual({
      account: "客户编号",
      accountName: "客户名称",
      date: "下单日期",
      orderId: "订单号",
      product: "产品",
      quantity: "数量",
      price: "单价",
      amount: "金额(万元)",
      cost: "成本",
      currency: "币种",
    });
  });

  it("a name alone identifies the account", () => {
    expect(mapped("客户名称,日期,销售额", "万华,2024-01-05,3")).toEqual({
      account: "客户名称",
      date: "日期",
      amount: "销售额",
    });
  });

  it.each([
    [
      "invoice,sku,qty,ts,price,cust,country",
      "489434,85048,12,2009-12-01 07:45,6.95,13085,UK",
      {
        account: "cust",
        date: "ts",
        price: "price",
        quantity: "qty",
        orderId: "invoice",
        product: "sku",
      },
    ],
    [
      "cust,invoice,ts,country,rev,lines,skus,units",
      "13085,489434,2009-12-01 07:45:00,UK,505.3,8,8,166",
      { account: "cust", date: "ts", amount: "rev", orderId: "invoice", quantity: "units" },
    ],
    [
      "customer_id,date,number_of_cds,dollar_value",
      "00001,19970101,1,11.77",
      { account: "customer_id", date: "date", amount: "dollar_value", quantity: "number_of_cds" },
    ],
    [
      "account,date,amount",
      "a,2020-01-01,5",
      { account: "account", date: "date", amount: "amount" },
    ],
    ["Id,Date,Price", "1,1997-01-01,5", { account: "Id", date: "Date", amount: "Price" }],
    [
      "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value",
      "1C,Moses,GTX,Cancity,Won,2016-10-20,2017-03-01,1054",
      { account: "account", date: "close_date", amount: "close_value", product: "product" },
    ],
    [
      "countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate",
      "391,0379-NEVHP,4/6/2013,611365,1/2/2013,2/1/2013,55.94,No,1/15/2013",
      {
        account: "customerID",
        date: "InvoiceDate",
        amount: "InvoiceAmount",
        orderId: "invoiceNumber",
        dueOn: "DueDate",
        paidOn: "SettledDate",
      },
    ],
  ])("%s", (header, row, expected) => expect(mapped(header, row)).toEqual(expected));

  it("a header that its cells contradict is not believed", () => {
    expect(
      mapped("account,date,sales,amount", "a,2020-01-01,Bob,5", "b,2020-01-02,Eve,6").amount,
    ).toBe("amount");
    expect(mapped("account,date,amount", "a,tomorrow,5", "b,later,6").date).toBeUndefined();
  });

  it("an explicit mapping wins, by header or by place, and an unknown header is named", () => {
    const rows = [["1", "2020-01-01", "5", "6"]];
    const headers = ["a", "b", "c", "amount"];
    const { columns, missing, unknown } = mapOrderLineColumns(headers, rows, {
      account: "A",
      date: "2",
      amount: "c",
    });
    expect([columns.account?.column, columns.date?.column, columns.amount?.column]).toEqual([
      0, 1, 2,
    ]);
    expect([missing, unknown]).toEqual([[], []]);
    expect(mapOrderLineColumns(headers, rows, { account: "zz" }).unknown).toEqual([
      { field: "account", named: "zz" },
    ]);
  });

  it("says what is missing", () => {
    expect(mapOrderLineColumns(["foo", "bar"], []).missing).toEqual(["account", "date", "amount"]);
  });

  it("an amount that repeats the unit price is replaced by price times quantity", () => {
    const rows = [2, 3, 4].map((n) => ["a", "2020-01-01", `${n}.5`, String(n), `${n}.5`]);
    expect(
      mapOrderLineColumns(["account", "date", "price", "qty", "amount"], rows).columns.amount,
    ).toBeUndefined();
  });

  it("finds the header row under title lines, and none in a bare log", () => {
    expect(
      findHeaderRow(
        [["2024 销售明细"], [], ["客户", "日期", "金额"], ["a", "b", "c"]],
        orderLineFields,
      ),
    ).toBe(2);
    expect(
      findHeaderRow([["00004", "0001", "19970101", "2", "29.33"]], orderLineFields),
    ).toBeNull();
  });

  it("a header as long as a book is compared by its beginning only", () => {
    expect(normaliseHeader("(".repeat(900_000)).length).toBeLessThanOrEqual(100);
    expect(headerUnit(`amount${" (".repeat(400_000)}`)).toEqual({ shift: 0, currency: null });
  });

  it("reads units from headers", () => {
    expect(headerUnit("金额（万元）")).toEqual({ shift: 4, currency: "CNY" });
    expect(headerUnit("Amount (USD)")).toEqual({ shift: 0, currency: "USD" });
    expect(headerUnit("amount")).toEqual({ shift: 0, currency: null });
    expect(normaliseHeader(" Customer_ID ")).toBe("customerid");
  });
});

describe("a row becomes an order line or a reason", () => {
  const { columns } = mapOrderLineColumns(["客户", "日期", "金额(万元)", "币种", "成本"], []);
  const read = orderLineReader(columns, { today, dayOrder: "month_first" });

  it("reads a good row", () => {
    expect(read(["万华", "2024年1月5日", "1.5", "美元", "9000"])).toMatchObject({
      account: "万华",
      day: dayNumberOf(2024, 1, 5),
      minor: 1_500_000,
      currency: "USD",
      costMinor: 900_000,
    });
  });

  it.each([
    [["", "2024-01-05", "1"], "no_account", null],
    [["=cmd|' /C calc'!A0", "2024-01-05", "1"], "account_formula", null],
    [["x".repeat(201), "2024-01-05", "1"], "account_too_long", null],
    [["a", "1900-01-01", "1"], "date", "too_early"],
    [["a", "2999-01-01", "1"], "date", "too_late"],
    [["a"], "date", "empty"],
    [["a", "2024-01-05", "=1+1"], "amount", "formula"],
    [["a", "2024-01-05", "99999999999"], "amount", "absurd_amount"],
    [["a", "2024-01-05", "1", "XXQ"], "currency", "unknown_currency"],
    [["a", "2024-01-05", "1", "CNY", "abc"], "cost", "not_a_number"],
  ])("%j is refused as %s", (row, refused, detail) => {
    const line = read(row);
    expect(isOrderLineRefusal(line) && [line.refused, line.detail]).toEqual([refused, detail]);
  });

  it("price times quantity, negative for a cancelled line", () => {
    const fields = mapOrderLineColumns(["cust", "ts", "price", "qty"], []).columns;
    const line = orderLineReader(fields, { today, dayOrder: "month_first" })([
      "1",
      "2009-12-01 10:33",
      "2.95",
      "-12",
    ]);
    expect(isOrderLineRefusal(line) || line.minor).toBe(-3_540);
  });
});

describe("cells that would run in a spreadsheet", () => {
  it.each(["=cmd|' /C calc'!A0", "@SUM(A1)", "+A1", "-cmd", "\t=1", "＝1"])("%j is one", (text) =>
    expect(looksLikeFormula(text)).toBe(true),
  );
  it.each(["-5", "+7", "万华", "a=b", "=", ""])("%j is none", (text) =>
    expect(looksLikeFormula(text)).toBe(false),
  );
});
