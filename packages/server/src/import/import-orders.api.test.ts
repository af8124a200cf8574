import { imports } from "@mainstay/contract/import";
import { describe, expect, it } from "vitest";
import { importBench } from "./import-test-bench.ts";

const orderFile = `订单号,客户编号,客户名称,下单日期,产品,数量,单价,币种
A-1,K01,万华化学集团股份有限公司,2024-01-05,P1,10,12.50,人民币
A-1,K01,万华化学集团股份有限公司,2024-01-05,P2,2,100,人民币
A-2,K02,砥柱机械有限公司,2024/2/6,P1,4,12.5,CNY
C-3,K01,万华化学集团股份有限公司,2024-03-01,P1,-2,12.5,CNY
`;
const totals = `select a.external_id as account, a.name, sum(o.net_minor)::bigint as net, count(*)::int as orders, max(a.initials) as initials
  from sales_order o join account a on a.tenant_id = o.tenant_id and a.id = o.account_id group by 1, 2 order by 1`;
const days = `select on_date, orders, base_net_minor as net from order_day order by on_date`;

describe("an order file", () => {
  it("becomes accounts, products, orders with lines, and order-days with returns netted", async () => {
    const bench = await importBench();
    const batch = await bench.take("order", orderFile);
    expect(batch).toMatchObject({
      status: "committed",
      rowsDone: 4,
      rowsRejected: 0,
      recordsCreated: 3,
      recordsUpdated: 0,
    });
    expect(await bench.rows(totals)).toEqual([
      {
        account: "K01",
        name: "万华化学集团股份有限公司",
        net: 30_000,
        orders: 2,
        initials: "whhxjtgfyxgs",
      },
      { account: "K02", name: "砥柱机械有限公司", net: 5_000, orders: 1, initials: "dzjxyxgs" },
    ]);
    expect(await bench.rows(days)).toEqual([
      { on_date: "2024-01-05", orders: 1, net: 30_000 },
      { on_date: "2024-02-06", orders: 1, net: 5_000 },
    ]);
    expect(
      await bench.rows("select kind, booked_on from sales_order where external_id = 'C-3'"),
    ).toEqual([{ kind: "return", booked_on: "2024-01-05" }]);
    expect(await bench.rows("select count(*)::int as n from order_line")).toEqual([{ n: 4 }]);
    expect(await bench.rows("select count(*)::int as n from account_standing")).toEqual([{ n: 2 }]);
    expect(await bench.rows("select trade_changed_at is not null as changed from tenant")).toEqual([
      { changed: true },
    ]);
    expect(
      await bench.rows("select count(*)::int as n from audit where act = 'import.committed'"),
    ).toEqual([{ n: 1 }]);
  });

  it("imported twice is the same as imported once", async () => {
    const bench = await importBench();
    await bench.take("order", orderFile);
    const first = await bench.rows(days);
    const again = await bench.take("order", orderFile);
    expect(again).toMatchObject({
      status: "committed",
      recordsCreated: 0,
      recordsUpdated: 3,
      isMappingRemembered: true,
    });
    expect(await bench.rows(days)).toEqual(first);
    expect(await bench.rows("select count(*)::int as n from order_line")).toEqual([{ n: 4 }]);
  });

  it("a corrected file replaces the orders it names, lines and customer included", async () => {
    const bench = await importBench();
    await bench.take("order", orderFile);
    await bench.take("order", "订单号,客户编号,下单日期,金额\nA-1,K02,2024-01-07,99\n");
    expect(await bench.rows(totals)).toMatchObject([
      { account: "K01", net: -2_500 },
      { account: "K02", net: 14_900 },
    ]);
    expect(await bench.rows(days)).toEqual(
      expect.arrayContaining([
        { on_date: "2024-01-07", orders: 1, net: 9_900 },
        { on_date: "2024-03-01", orders: 0, net: -2_500 },
      ]),
    );
  });

  it("undoing a batch brings back what was there before, to the line", async () => {
    const bench = await importBench();
    const first = await bench.take("order", orderFile);
    const state =
      "select o.external_id, o.net_minor, o.ordered_on, o.account_id, o.batch_id, o.line_count, l.line_no, l.net_minor as line, l.product_id from sales_order o join order_line l on l.order_id = o.id order by 1, l.line_no";
    const before = [await bench.rows(state), await bench.rows(days)];
    const second = await bench.take(
      "order",
      "订单号,客户编号,下单日期,金额\nA-1,K02,2024-01-07,99\nZ-9,NEW,2024-05-01,10\n",
    );
    expect(await bench.undo(second.id)).toMatchObject({ status: "undone" });
    expect([await bench.rows(state), await bench.rows(days)]).toEqual(before);
    expect(await bench.undo(first.id)).toMatchObject({ status: "undone" });
    expect(
      await bench.rows(
        "select (select count(*) from account)::int as accounts, (select count(*) from sales_order)::int as orders, (select count(*) from order_day)::int as days, (select count(*) from order_line)::int as lines",
      ),
    ).toEqual([{ accounts: 0, orders: 0, days: 0, lines: 0 }]);
  });

  it("a batch that a later one changed cannot be undone, and the answer says why", async () => {
    const bench = await importBench();
    const first = await bench.take("order", orderFile);
    await bench.take("order", orderFile);
    const answer = await bench.call(imports.undo, { params: { importId: first.id } });
    expect(answer).toMatchObject({
      status: 409,
      body: { code: "import.undo_blocked", params: { obstacle: "later_import" } },
    });
  });

  it("rows without an order number are one order a customer, day and currency, and stay so when imported again", async () => {
    const bench = await importBench();
    const file =
      "客户,日期,金额\n万华,2024-01-05,10\n万华,2024-01-05,5.5\n万华,2024-01-06,7\n万华,2024-01-06,-2\n";
    await bench.take("order", file);
    await bench.take("order", file);
    expect(
      await bench.rows(
        "select kind, net_minor, line_count from sales_order order by ordered_on, kind",
      ),
    ).toEqual([
      { kind: "order", net_minor: 1_550, line_count: 2 },
      { kind: "order", net_minor: 700, line_count: 1 },
      { kind: "return", net_minor: -200, line_count: 1 },
    ]);
    expect(await bench.rows("select external_id, name from account")).toEqual([
      { external_id: null, name: "万华" },
    ]);
  });

  it("a customer known by name is found whatever the width, case and legal form, and gets its number", async () => {
    const bench = await importBench();
    await bench.take("account", "名称\n万华化学（集团）有限公司\n");
    await bench.take(
      "order",
      "客户编号,客户名称,日期,金额\nK7,万华化学(集团)有限责任公司,2024-01-05,10\n",
    );
    expect(await bench.rows("select external_id, name from account")).toEqual([
      { external_id: "K7", name: "万华化学（集团）有限公司" },
    ]);
  });

  it("foreign money is converted at the rate of its day, and without a rate the row is refused by currency", async () => {
    const bench = await importBench();
    await bench.addRate("USD", "7.1", "2024-01-01");
    await bench.addRate("USD", "7.2", "2024-02-01");
    await bench.addRate("JPY", "0.048");
    const batch = await bench.take(
      "order",
      "单号,客户编号,日期,金额,币种\n1,K1,2024-01-31,100,USD\n2,K1,2024-02-01,100,USD\n3,K1,2024-02-01,1000,JPY\n4,K1,2023-12-31,5,USD\n5,K1,2024-02-01,5,EUR\n6,K1,2024-02-01,5,XYZ\n",
    );
    expect(batch).toMatchObject({ rowsRejected: 3, recordsCreated: 3 });
    expect(
      await bench.rows("select external_id, net_minor, base_net_minor from sales_order order by 1"),
    ).toEqual([
      { external_id: "1", net_minor: 10_000, base_net_minor: 71_000 },
      { external_id: "2", net_minor: 10_000, base_net_minor: 72_000 },
      { external_id: "3", net_minor: 1_000, base_net_minor: 4_800 },
    ]);
    const { body } = await bench.call(imports.rejections, { params: { importId: batch.id } });
    expect(body.items).toMatchObject([
      { line: 5, code: "rate_missing", params: { currency: "USD", on: "2023-12-31" } },
      { line: 6, code: "rate_missing", params: { currency: "EUR" } },
      { line: 7, code: "unknown_currency", params: { text: "XYZ" } },
    ]);
  });

  it("anonymous rows are left out and counted, or refused when so chosen", async () => {
    const file = "单号,客户编号,日期,金额\n1,K1,2024-01-05,10\n2,,2024-01-05,10\n";
    const kind = await importBench();
    expect(await kind.take("order", file)).toMatchObject({ rowsSkipped: 1, rowsRejected: 0 });
    const strict = await importBench();
    expect(await strict.take("order", file, { anonymous: "refuse" })).toMatchObject({
      rowsSkipped: 0,
      rowsRejected: 1,
    });
  });
});
